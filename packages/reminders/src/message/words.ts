import { type Text } from '@samenwerkt/engine';

/** Subject and body of a message. Both may hold the placeholders of `placeholders.ts`. */
export interface Words {
  readonly subject: Text;
  readonly body: Text;
}

/** What is said before the date (or on it) and after it. */
export interface DatedWords {
  readonly ahead: Words;
  readonly late: Words;
}

/** Subject and body in Dutch and English. */
export const words = (subjectNl: string, subjectEn: string, nl: string, en: string): Words => ({
  subject: { nl: subjectNl, en: subjectEn },
  body: { nl, en },
});
