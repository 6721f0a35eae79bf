/** Texts of finding anything by its name, Dutch and English. */
export const FIND_TEXTS = {
  'find.title': ['Zoeken', 'Search'],
  'find.what': [
    'Zoek een partnerschap, leverancier, regelpakket of scherm',
    'Find a partnership, supplier, rule pack or screen',
  ],
  'find.screen': ['scherm', 'screen'],
  'find.nothing': [
    'Niets gevonden. Probeer een ander deel van de naam.',
    'Nothing found. Try another part of the name.',
  ],
  'find.keys': [
    'Pijltjes om te kiezen, Enter om erheen te gaan, Escape om te sluiten.',
    'Arrows to choose, Enter to go there, Escape to close.',
  ],
} as const satisfies Readonly<Record<string, readonly [nl: string, en: string]>>;
