type Text = { readonly nl: string; readonly en: string };

/** Why a signature or a key does not do, each with what to do. What is named comes from checked values only. */
const said = {
  'key-unusable': (what) => ({
    nl: `${what} is geen bruikbare sleutel; nodig is een Ed25519-sleutel in PEM, zoals samenwerkt pack keygen die maakt.`,
    en: `${what} is not a usable key; what is needed is an Ed25519 key in PEM, as samenwerkt pack keygen makes it.`,
  }),
  'key-private': (what) => ({
    nl: `${what} is een geheime sleutel; controleer met de openbare sleutel (.pub) en houd de geheime voor uzelf.`,
    en: `${what} is a private key; verify with the public key (.pub) and keep the private one to yourself.`,
  }),
  'not-a-signature': () => ({
    nl: 'Dit is geen handtekening van samenwerkt pack sign.',
    en: 'This is no signature made by samenwerkt pack sign.',
  }),
  'signature-incomplete': () => ({
    nl: 'De handtekening is afgebroken of gewijzigd; haal het .sig-bestand opnieuw.',
    en: 'The signature breaks off or was changed; fetch the .sig file again.',
  }),
  'other-key': (signer, trusted) => ({
    nl: `Ondertekend met sleutel ${signer}; vertrouwd is ${trusted}. Vraag de uitgever om zijn openbare sleutel.`,
    en: `Signed with key ${signer}; trusted is ${trusted}. Ask the publisher for its public key.`,
  }),
  forged: (signer) => ({
    nl: `De handtekening noemt sleutel ${signer}, maar is daar niet mee gezet; vertrouw dit archief niet.`,
    en: `The signature names key ${signer}, but was not made with it; do not trust this archive.`,
  }),
  'other-pack': (signed, found) => ({
    nl: `De handtekening is voor ${signed}; het archief is ${found}. Neem de handtekening die bij dit archief hoort.`,
    en: `The signature is for ${signed}; the archive is ${found}. Take the signature that belongs to this archive.`,
  }),
  'other-content': (signed) => ({
    nl: `De inhoud van het archief is niet die van ${signed} waarvoor is getekend; het is daarna gewijzigd.`,
    en: `The content of the archive is not that of ${signed} as it was signed; it was changed afterwards.`,
  }),
  'archive-unreadable': (signed, reason) => ({
    nl: `Het archief is niet dat van ${signed} waarvoor is getekend, en niet te lezen: ${reason}`,
    en: `The archive is not that of ${signed} as it was signed, and cannot be read: ${reason}`,
  }),
} satisfies Record<string, (what: string, other: string) => Text>;

/** Stable name of a reason. */
type SignatureReason = keyof typeof said;

/** A pack that cannot be signed, or a signature that does not prove what it should. */
export class PackSignatureRefused extends Error {
  readonly code = 'pack-signature-refused';
  readonly text: Text;

  /** @param other the second thing the reason names: a text, or one for each language */
  constructor(
    readonly reason: SignatureReason,
    what = '',
    other: string | Text = '',
  ) {
    const { nl, en } = typeof other === 'string' ? { nl: other, en: other } : other;
    const text = { nl: said[reason](what, nl).nl, en: said[reason](what, en).en };
    super(text.en);
    this.name = 'PackSignatureRefused';
    this.text = text;
  }
}
