import { TEXTS } from '../i18n/texts.js';
import { t, type TextKey } from '../i18n/translate.js';

/** What a role is called; a function or person that is no role keeps its name. */
export function roleName(role: string): string {
  const key = `role.${role}`;
  return key in TEXTS ? t(key as TextKey) : role;
}
