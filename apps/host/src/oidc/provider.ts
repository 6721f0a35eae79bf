import { type PersonRole } from '@samenwerkt/access';
import { type Text } from '@samenwerkt/engine';

/** Where in the claims something stands: a name, or names from the outside in (`["realm_access", "roles"]`). */
export type ClaimPath = readonly string[];

/** Whoever has this value in this claim has this role. */
export interface RoleRule {
  readonly claim: ClaimPath;
  readonly value: string;
  readonly role: PersonRole;
}

/** Another party that says who somebody is, as the settings have it. */
export interface Provider {
  /** Stands in addresses and on record; never change it. */
  readonly id: string;
  readonly title: Text;
  readonly issuer: string;
  readonly clientId: string;
  /** Absent for a client that proves itself by PKCE alone. */
  readonly clientSecret?: string;
  /** Id of the organisation whose people sign in there. */
  readonly organisation: string;
  readonly scopes: readonly string[];
  readonly roles: readonly RoleRule[];
  /** Of an opdrachtnemer: which supplier (id or name) belongs to which value, such as a KvK number. */
  readonly supplier?: { readonly claim: ClaimPath; readonly values: Readonly<Record<string, string>> };
  /** Whether somebody who is not known here is added at their first sign-in. */
  readonly create: boolean;
  /** Whether somebody with the same address, which the provider verified, is the same person. */
  readonly linkByEmail: boolean;
}
