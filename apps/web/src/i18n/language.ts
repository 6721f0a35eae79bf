/** The languages of the screens; Dutch unless somebody chose otherwise. */
type Language = 'nl' | 'en';

const KEPT_AS = 'samenwerkt.taal';

export function language(): Language {
  return stored() === 'en' ? 'en' : 'nl';
}

/** Everything is drawn anew: texts are on screen in many places, and half a translation is worse than a blink. */
export function chooseLanguage(chosen: Language): void {
  localStorage.setItem(KEPT_AS, chosen);
  location.reload();
}

/** Private windows may refuse to keep anything. */
function stored(): string | null {
  try {
    return localStorage.getItem(KEPT_AS);
  } catch {
    return null;
  }
}
