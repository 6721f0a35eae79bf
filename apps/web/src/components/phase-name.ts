import { t, type TextKey } from '../i18n/translate.js';
import { TEXTS } from '../i18n/texts.js';

/** What a phase is called; a phase of a lifecycle that these screens do not know keeps its id. */
export function phaseName(phase: string): string {
  const key = `phase.${phase}`;
  return key in TEXTS ? t(key as TextKey) : phase;
}

/** The phases of both lifecycles in their order. */
export const PHASES = ['voorbereiding', 'verkenning', 'realisatie', 'monitoring', 'opgeschort', 'afgesloten'] as const;

/** Phase of what is over. */
export const OVER = 'afgesloten';
