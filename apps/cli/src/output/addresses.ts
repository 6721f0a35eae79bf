import { type Address, type Unaddressed } from '@samenwerkt/ledger';
import { type Language } from '../workplace.js';

/** An entry of the address book in one line. */
export function addressLine({ name, email, language }: Address): string {
  return `${name}  ${email}  (${language})`;
}

/** A name without an address, and who gets its mail. */
export function unaddressedLine({ name, instead }: Unaddressed, language: Language): string {
  if (language === 'en') {
    return instead === null
      ? `! ${name}  has no address, and there is none for the role coordinator`
      : `! ${name}  has no address; its mail goes to the coordinator`;
  }
  return instead === null
    ? `! ${name}  heeft geen adres, en de rol coordinator ook niet`
    : `! ${name}  heeft geen adres; post gaat naar de coördinator`;
}
