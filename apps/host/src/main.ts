import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { seedDemo } from '@samenwerkt/intake';
import { LOCAL_ORGANISATION, openLedger, type Ledger } from '@samenwerkt/ledger';
import { demoReachable, readConfig, type Config } from './config.js';
import { BASE_PATH } from './http/base-path.js';
import { createServer } from './http/server.js';
import { organisationsMustBeThere } from './oidc/organisations-must-be-there.js';
import { packLoader, REPOSITORY, type PackLoader } from './organisations/pack-loader.js';
import { createDispatcher } from './reminders/create-dispatcher.js';
import { shutDownOn } from './shutdown.js';
import { SIGN_IN_PAGE } from './sign-in/addresses.js';
import { createAccountPost } from './sign-in/create-account-post.js';
import { startFailure } from './start-failure.js';

/** Opens the ledger, fills it when it is empty, serves, and says where to look. */
async function main(config: Config): Promise<void> {
  const ledger = await openLedger(config.ledger);
  await ledger.ensureOrganisation(LOCAL_ORGANISATION.id, LOCAL_ORGANISATION.name);
  await organisationsMustBeThere(config.providers, ledger);
  const loadPacks = packLoader(ledger, config.rulePacks);
  await loadAllPacks(ledger, loadPacks);
  if (config.seed) await fillOnce(ledger);
  if (!config.site.local && (await ledger.people.hasDemo())) throw demoReachable(config.host, config.site);
  forgetOld(ledger);
  const dispatcher = await createDispatcher(ledger, config.dispatch, config.dataDir);
  const post = createAccountPost(ledger, config.dispatch, config.dataDir);
  const app = await createServer({ ledger, dispatcher, post, loadPacks }, config);
  shutDownOn(['SIGINT', 'SIGTERM'], { app, dispatcher, post, ledger });
  await app.listen(config.port, config.host);
  console.log(welcome(config, await app.getUrl()));
  if (await ledger.people.isEmpty()) console.log(FIRST_ADMINISTRATOR);
}

/** Every organisation has the packs that come with the program, and those of `RULE_PACKS`; says which were not taken over. */
async function loadAllPacks(ledger: Ledger, loadPacks: PackLoader): Promise<void> {
  for (const { id } of await ledger.organisations.list()) for (const note of await loadPacks(id)) console.warn(note);
}

/** Milliseconds that filling may take before another process takes over, and between two looks. */
const FILLING = 60_000;
const WAIT = 250;

const HOUR = 60 * 60 * 1000;
/** An answer under an `Idempotency-Key` is kept for a week: longer than any client goes on trying. */
const KEPT = 7 * 24 * HOUR;

/** A device on which nobody signed in for a year is a strange one again. */
const DEVICES_KEPT = 365 * 24 * HOUR;

function forgetOld(ledger: Ledger): void {
  const forget = () => {
    const ago = (milliseconds: number) => new Date(Date.parse(ledger.clock()) - milliseconds).toISOString();
    ledger.writer.forgetAnswers(ago(KEPT)).catch((error: unknown) => console.error(error));
    ledger.signIn.forget(ago(DEVICES_KEPT)).catch((error: unknown) => console.error(error));
  };
  forget();
  setInterval(forget, HOUR).unref();
}

/** Two processes that start together on an empty administration: one fills it, and the other waits until that is done. */
async function fillOnce(ledger: Ledger): Promise<void> {
  const holder = `${process.pid}-${randomUUID()}`;
  const taken = () => {
    const now = ledger.clock();
    return ledger.leases.take('demo', holder, now, new Date(Date.parse(now) + FILLING).toISOString());
  };
  while (!(await taken())) await setTimeout(WAIT);
  try {
    await fillWhenEmpty(ledger);
  } finally {
    await ledger.leases.giveBack('demo', holder);
  }
}

async function fillWhenEmpty(ledger: Ledger): Promise<void> {
  if ((await ledger.partnerships.count(LOCAL_ORGANISATION.id)) > 0) return;
  console.log('De administratie is leeg; demogegevens worden geladen (SEED=none laat dat achterwege).');
  const { partnerships } = await seedDemo(ledger, LOCAL_ORGANISATION.id, join(REPOSITORY, 'demo'));
  console.log(`${partnerships} partnerschappen geladen.`);
}

function welcome({ dataDir }: Config, url: string): string {
  return [
    '',
    `Samenwerkt draait op ${url}`,
    `  aanmelden         ${url}${SIGN_IN_PAGE}`,
    `  partnerschappen   ${url}/${BASE_PATH}/partnerships`,
    `  API-beschrijving  ${url}/${BASE_PATH}/openapi.json`,
    `  gegevens in       ${dataDir}`,
    '  op de opdrachtregel: npx samenwerkt --help',
    '',
  ].join('\n');
}

const FIRST_ADMINISTRATOR = [
  'Er is nog niemand die zich kan aanmelden. Nodig de eerste beheerder uit; de opdracht geeft een link:',
  '  npx samenwerkt people invite --email naam@gemeente.nl --name "Naam" --role beheerder',
  'Nobody can sign in yet. Invite the first administrator as above; the command gives a link.',
  '',
].join('\n');

function fail(error: unknown, config: Partial<Config>): void {
  console.error(startFailure(error, config));
  process.exitCode = 1;
}

try {
  const config = readConfig(process.env);
  main(config).catch((error: unknown) => {
    fail(error, config);
    process.exit();
  });
} catch (error) {
  fail(error, {});
}
