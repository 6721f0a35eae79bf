import {
  FourEyesNeeded,
  PackChanged,
  PackEnded,
  PackImmutable,
  PackNotPublishable,
  PackStateConflict,
  PackVersionNotHigher,
} from '@samenwerkt/ledger';
import { type Language } from '../http/language.js';
import { presentReport } from './present.js';

/** What a problem with a rule pack says beyond its text, for programs to go by. */
export function packExtensions(error: unknown, language: Language): Readonly<Record<string, unknown>> {
  if (error instanceof PackStateConflict) return { state: error.state, endsOn: error.endsOn };
  if (error instanceof FourEyesNeeded) return { may: error.may };
  if (error instanceof PackImmutable) return { state: error.state };
  if (error instanceof PackChanged) return { digest: error.digest };
  if (error instanceof PackVersionNotHigher) return { newest: error.newest };
  if (error instanceof PackEnded) return { replacedBy: error.replacedBy };
  if (error instanceof PackNotPublishable) return { report: presentReport(error.report, language) };
  return {};
}
