import { hash, verify } from '@node-rs/argon2';
import { type DataProblem, type Text } from '@samenwerkt/engine';

/** argon2id as OWASP asks at least: 19 MiB, two passes, one lane. They stand in each hash. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const TODAY = `$argon2id$v=19$m=${PARAMETERS.memoryCost},t=${PARAMETERS.timeCost},p=${PARAMETERS.parallelism}$`;

/** Characters. Longer is always better; the upper bound only keeps hashing from being a burden. */
export const PASSWORD_LENGTH = { least: 12, most: 256 } as const;

/** What is tried first by whoever guesses, of passwords that are long enough. */
const COMMON = new Set(
  `123456789012 1234567890123 12345678901234 123123123123 111111111111 000000000000 987654321098 112233445566
   abcdefghijkl qwertyuiop12 qwertyuiop123 qwertyuiopas qwertyqwerty qwerty123456 qwertyuiop[] 1q2w3e4r5t6y
   1qaz2wsx3edc zaq12wsxcde3 asdfghjkl123 passwordpassword password1234 password12345 password123456
   password123! passw0rd1234 p@ssw0rd1234 administrator administrator1 adminadmin12 adminadminadmin welkom123456
   welkomwelkom welkom12345! welkom202420 wachtwoord12 wachtwoord123 wachtwoord1234 wachtwoord123!
   wachtwoordwachtwoord geheim123456 geheimgeheim iloveyou1234 iloveyouiloveyou letmeinletmein letmein12345
   changemechangeme changeme1234 zomer2024zomer winter2024winter amsterdam123 amsterdam1234 feyenoord123
   nederland123 nederland1234 samenwerken1 samenwerkt123 socialreturn socialreturn1 socialreturn123`.split(/\s+/),
);

/** As it is compared: the same letters, however a keyboard composes them. */
const normal = (password: string) => password.normalize('NFKC');

/** The hash to keep. */
export function hashPassword(password: string): Promise<string> {
  return hash(normal(password), PARAMETERS);
}

/** Whether the hash was made under other parameters than those of today. */
export function isOutdated(stored: string): boolean {
  return !stored.startsWith(TODAY);
}

let nobody: Promise<string> | undefined;

/**
 * Whether this is the password. Without a stored hash the same work is done, so that the time it takes does not tell
 * whether somebody is known here.
 */
export async function isPassword(stored: string | null | undefined, password: string): Promise<boolean> {
  if (normal(password).length > PASSWORD_LENGTH.most * 4) return false;
  nobody ??= hashPassword('a password that nobody has');
  const right = await verify(stored ?? (await nobody), normal(password));
  return right && stored !== null && stored !== undefined;
}

/**
 * What is wrong with a password that somebody chooses; nothing about which kinds of characters it has.
 * @param taken words it must not be: name and address of the person, name of the organisation
 */
export function passwordProblems(password: string, taken: readonly string[]): DataProblem[] {
  const length = [...normal(password)].length;
  if (length < PASSWORD_LENGTH.least || length > PASSWORD_LENGTH.most)
    return [
      problem('length', {
        nl: `kies ${PASSWORD_LENGTH.least} tot ${PASSWORD_LENGTH.most} tekens; een zin van een paar woorden is goed.`,
        en: `choose ${PASSWORD_LENGTH.least} to ${PASSWORD_LENGTH.most} characters; a sentence of a few words is good.`,
      }),
    ];
  const plain = normal(password).toLowerCase();
  const words = taken.map((word) => normal(word).toLowerCase().trim());
  if (!COMMON.has(plain) && !words.includes(plain) && new Set(plain).size > 2) return [];
  return [
    problem('common', {
      nl: 'dit is makkelijk te raden. Kies iets anders, bijvoorbeeld een paar woorden die niets met elkaar te maken hebben.',
      en: 'this is easy to guess. Choose something else, for example a few words that have nothing to do with each other.',
    }),
  ];
}

function problem(code: string, message: Text): DataProblem {
  return { path: '/password', code, message };
}
