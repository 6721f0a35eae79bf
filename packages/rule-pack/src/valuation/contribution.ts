import { isDate } from '../shape.js';
import { type Contribution } from './model.js';

const quantities = ['maanden', 'urenPerWeek', 'personen', 'uren'] as const;
const decimal = /^\d{1,6}(\.\d{1,4})?$/;
const amount = /^\d{1,15}(\.\d{1,2})?$/;

/** A contribution is not written as it should be; `field` says where. */
export class ContributionInvalid extends Error {
  readonly code = 'contribution-invalid';
  readonly text: { readonly nl: string; readonly en: string };

  constructor(
    readonly field: string,
    nl: string,
    en: string,
  ) {
    super(`${field}: ${en}`);
    this.name = 'ContributionInvalid';
    this.text = { nl: `${field}: ${nl}`, en: `${field}: ${en}` };
  }
}

/** Refuses quantities that are not exact, amounts that are not euro and dates that do not exist. */
export function checkContribution(contribution: Contribution): void {
  for (const field of quantities) {
    const value = contribution[field];
    if (value === undefined || decimal.test(String(value))) continue;
    throw new ContributionInvalid(
      field,
      'schrijf een getal van nul of meer, met hoogstens vier decimalen als tekst ("25.5")',
      'write a number of zero or more, with at most four decimals as text ("25.5")',
    );
  }
  const { bedrag, indienst } = contribution;
  if (bedrag !== undefined && !amount.test(bedrag))
    throw new ContributionInvalid('bedrag', 'schrijf een bedrag zoals "1850.00"', 'write an amount such as "1850.00"');
  if (indienst !== undefined && !isDate(indienst))
    throw new ContributionInvalid(
      'indienst',
      'schrijf een bestaande datum (jjjj-mm-dd)',
      'write an existing date (yyyy-mm-dd)',
    );
}
