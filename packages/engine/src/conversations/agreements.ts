import { type Partnership } from '../model.js';

type Data = Readonly<Record<string, unknown>>;

/** Something that was agreed in a conversation and is not settled yet. */
export interface OpenAgreement {
  /** `3.1`: the first agreement of the third conversation. It never changes, and never comes back. */
  readonly id: string;
  readonly afspraak: string;
  /** Who sees to it: a function. */
  readonly eigenaar: string;
  /** ISO date by which. */
  readonly datum: string;
  /** ISO date of the conversation in which it was agreed. */
  readonly sinds: string;
}

/** An agreement as a conversation brings it. */
type NewAgreement = Pick<OpenAgreement, 'afspraak' | 'eigenaar' | 'datum'>;

/** What a conversation says of an earlier agreement: its id, and what became of it. */
interface Settled {
  readonly afspraak: string;
  readonly uitkomst: 'gedaan' | 'vervallen';
}

/** Most agreements that can be open at once: a dossier does not grow with its history, and more nobody oversees. */
export const MOST_OPEN = 50;

/**
 * The agreements that are open after a conversation: those that it does not settle, oldest first, and its own.
 * @param number of the conversation within its partnership, from 1
 */
export function openAfter(before: readonly OpenAgreement[], data: Data, number: number): OpenAgreement[] {
  const settled = new Set(settledIn(data).map(({ afspraak }) => afspraak));
  const sinds = String(data['datum']);
  return [
    ...before.filter(({ id }) => !settled.has(id)),
    ...agreedIn(data).map(({ afspraak, eigenaar, datum }, index) => ({
      id: `${number}.${index + 1}`,
      afspraak,
      eigenaar,
      datum,
      sinds,
    })),
  ];
}

/** What a conversation agreed anew, in its order. */
export function agreedIn(data: Data): readonly NewAgreement[] {
  return (data['afspraken'] as readonly NewAgreement[] | undefined) ?? [];
}

/** What a conversation settled. */
export function settledIn(data: Data): readonly Settled[] {
  return (data['afgedaan'] as readonly Settled[] | undefined) ?? [];
}

/** The agreements that are open, oldest first. */
export function openAgreements({ dossier }: Partnership): readonly OpenAgreement[] {
  const series = dossier['monitoring']?.['gesprekken'] as { openAfspraken?: readonly OpenAgreement[] } | undefined;
  return series?.openAfspraken ?? [];
}
