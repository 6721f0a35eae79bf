/** Plain words for what a pack says or lacks, at a partnership; Dutch and English. */
export const WORDS_TEXTS = {
  'duty.noBlocks': [
    'Regelpakket {pack} waardeert geen bouwblokken. Hoe de verplichting wordt ingevuld, spreekt u af met de opdrachtnemer.',
    'Rule pack {pack} values no building blocks. How the obligation is met is for you to agree with the supplier.',
  ],
  'p.judgedLaterCount': [
    'Wat u invult, wordt getoetst aan {n} {n|regel|regels}',
    'What you fill in is judged by {n} {n|rule|rules}',
  ],
} as const satisfies Readonly<Record<string, readonly [nl: string, en: string]>>;
