import { type Ledger } from '@samenwerkt/ledger';
import { SettingInvalid } from '../setting-invalid.js';
import { type Provider } from './provider.js';

/** A provider of an organisation that is not there would fail whoever signs in. @throws SettingInvalid */
export async function organisationsMustBeThere(providers: readonly Provider[], ledger: Ledger): Promise<void> {
  const known = (await ledger.organisations.list()).map(({ id }) => id);
  const odd = providers.find(({ organisation }) => !known.includes(organisation));
  if (odd)
    throw new SettingInvalid(
      'OIDC_PROVIDERS_FILE',
      odd.id,
      `de organisatie ${odd.organisation} bestaat niet; maak die eerst (POST /organisations), of laat organisation weg`,
      `the organisation ${odd.organisation} does not exist; make it first (POST /organisations), or leave organisation out`,
    );
}
