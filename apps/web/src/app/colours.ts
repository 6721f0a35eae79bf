/** How the screens look: as the device does, unless somebody chose. */
export type Colours = 'auto' | 'licht' | 'donker';

const KEPT_AS = 'samenwerkt.kleur';

export function colours(): Colours {
  const kept = localStorage.getItem(KEPT_AS);
  return kept === 'licht' || kept === 'donker' ? kept : 'auto';
}

export function showColours(chosen: Colours = colours()): void {
  if (chosen === 'auto') delete document.documentElement.dataset['kleur'];
  else document.documentElement.dataset['kleur'] = chosen;
}

export function chooseColours(chosen: Colours): void {
  localStorage.setItem(KEPT_AS, chosen);
  showColours(chosen);
}
