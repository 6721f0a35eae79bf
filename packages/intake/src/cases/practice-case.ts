import { type ContractFacts } from '@samenwerkt/engine';

/** Roles of the handreiking (001_6c3f9123756a8f34.txt, Handreiking Partnerships voor meer banen, Bijlage II, p. 36-38). */
export const caseRoles = [
  'coordinator',
  'projectcoordinator',
  'hrExpert',
  'inkoopexpert',
  'categoriemanager',
  'contractmanager',
  'bestuurder',
  'interneOpdrachtgever',
  'opdrachtnemer',
] as const;

export type CaseRole = (typeof caseRoles)[number];

/** A document of the field with its page. */
export interface CaseSource {
  /** File name of the source document. */
  readonly document: string;
  readonly titel: string;
  readonly pagina: string;
}

/** Something that happened in the partnership. */
export interface CaseEvent {
  /** Instant in UTC, whole seconds: `2019-03-04T09:00:00Z`. */
  readonly op: string;
  /** Function or organisation and its roles; never a person's name. */
  readonly door: { readonly id: string; readonly rollen: readonly CaseRole[] };
  /** Event id of the lifecycle. */
  readonly event: string;
  readonly gegevens: Readonly<Record<string, unknown>>;
  /** What was tried first, and with the ids of which rules the policy refused it. */
  readonly eerstGeweigerd?: {
    readonly gegevens: Readonly<Record<string, unknown>>;
    readonly redenen: readonly string[];
  };
  /** Which of this the source says, and which is assumed. */
  readonly toelichting?: string;
}

/** A partnership from practice as the events it went through: demo data, and proof that the lifecycle fits reality. */
export interface PracticeCase {
  readonly titel: string;
  readonly bron: CaseSource;
  /** Further documents that tell of the same partnership. */
  readonly ookUit?: readonly CaseSource[];
  /** What of the case as a whole is sourced, assumed or fictional. */
  readonly toelichting?: string;
  readonly lifecycle: 'stappenplan-2020' | 'stappenplan-2019';
  /** Name of the rule pack. */
  readonly pack: string;
  readonly contract: ContractFacts;
  readonly leverancier: string;
  readonly gebeurtenissen: readonly CaseEvent[];
  /** Where the partnership stands after the last event. */
  readonly verwacht: { readonly states: readonly string[] };
}
