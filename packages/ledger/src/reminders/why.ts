import { type PackRef, type Reminder, type Text } from '@samenwerkt/engine';
import { type PackStep } from '../packs/pack-life.js';

/**
 * Why a reminder exists, as it was recorded when it was planned. One that a moment of the cadence asked for has all of it;
 * one that tells of an event has the event only; one from before reminders were kept has nothing.
 */
export interface ReminderWhy {
  /** Of the entry of the cadence, or of the event. */
  readonly title?: Text;
  /** Id of the event that planned it, or of which it tells. */
  readonly event?: string;
  /** Its sequence in the history. */
  readonly sequence?: number;
  /** Id of the entry of the cadence. */
  readonly cadence?: string;
  /** Local date (ISO) from which the moment counts. */
  readonly anchor?: string;
  /** The parameters by which the moments were worked out, as they were then. */
  readonly parameters?: Reminder['why']['parameters'];
  /** Parameters (`parameter.<name>`) that would have counted, but had no value. */
  readonly missing?: readonly string[];
  readonly pack?: PackRef;
  /** Of what ends in a rule pack: the step with the pack that planned it; `sequence` is that of the step. */
  readonly packStep?: PackStep;
}
