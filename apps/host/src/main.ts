import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { loadPackFolder, loadPackSources, seedDemo } from '@samenwerkt/intake';
import { LOCAL_ORGANISATION, openLedger, type Ledger } from '@samenwerkt/ledger';
import { readConfig, type Config } from './config.js';
import { BASE_PATH } from './http/base-path.js';
import { createServer } from './http/server.js';
import { createDispatcher } from './reminders/create-dispatcher.js';
import { shutDownOn } from './shutdown.js';
import { startFailure } from './start-failure.js';

const REPOSITORY = fileURLToPath(new URL('../../../', import.meta.url));

/** Opens the ledger, fills it when it is empty, serves, and says where to look. */
async function main(config: Config): Promise<void> {
  const ledger = await openLedger(config.ledger);
  await ledger.ensureOrganisation(LOCAL_ORGANISATION.id, LOCAL_ORGANISATION.name);
  await loadPacks(ledger, config);
  if (config.seed) await fillOnce(ledger);
  forgetOldAnswers(ledger);
  const dispatcher = createDispatcher(ledger, config.dispatch, config.dataDir);
  const app = await createServer(ledger, dispatcher, config);
  shutDownOn(['SIGINT', 'SIGTERM'], { app, dispatcher, ledger });
  await app.listen(config.port, config.host);
  console.log(welcome(config, await app.getUrl()));
}

/** The packs that come with the program, then those of the organisation's own; says which were not taken over. */
async function loadPacks(ledger: Ledger, { rulePacks }: Config): Promise<void> {
  const { id } = LOCAL_ORGANISATION;
  const shipped = join(REPOSITORY, 'rule-packs');
  for (const note of await loadPackFolder(ledger, id, shipped)) console.warn(note);
  for (const note of await loadPackSources(ledger, id, rulePacks, process.cwd(), shipped)) console.warn(note);
}

/** Milliseconds that filling may take before another process takes over, and between two looks. */
const FILLING = 60_000;
const WAIT = 250;

const HOUR = 60 * 60 * 1000;
/** An answer under an `Idempotency-Key` is kept for a week: longer than any client goes on trying. */
const KEPT = 7 * 24 * HOUR;

function forgetOldAnswers(ledger: Ledger): void {
  const forget = () => {
    const before = new Date(Date.parse(ledger.clock()) - KEPT).toISOString();
    ledger.writer.forgetAnswers(before).catch((error: unknown) => console.error(error));
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
    `  partnerschappen   ${url}/${BASE_PATH}/partnerships`,
    `  API-beschrijving  ${url}/${BASE_PATH}/openapi.json`,
    `  gegevens in       ${dataDir}`,
    '  op de opdrachtregel: npx samenwerkt --help',
    '',
  ].join('\n');
}

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
