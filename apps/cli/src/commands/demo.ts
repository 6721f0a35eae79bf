import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lifecycleOf, type Decision, type Partnership } from '@samenwerkt/engine';
import { moment, readCases, type PracticeCase } from '@samenwerkt/intake';
import { LOCAL_ORGANISATION, openLedger, type Ledger } from '@samenwerkt/ledger';
import { type Command } from 'commander';
import { reasonLines } from '../output/reasons.js';
import { UsageFault } from '../output/failure.js';
import { languageOf, prepare, PROGRAM, type Language } from '../workplace.js';
import { yearSettings, type YearOptions } from '../year/settings.js';
import { playYear } from '../year/year.js';

/**
 * `samenwerkt demo`: a partnership from practice, step by step, refused where the policy says so and told why. With
 * `--speed` a year of reminders under a fast clock.
 */
export function demo(program: Command): void {
  program
    .command('demo [verhaal]')
    .description(
      'speel een partnerschap uit de praktijk na, stap voor stap, met uitleg; raakt de administratie niet aan',
    )
    .option('--speed [dagen]', 'speel een jaar herinneringen na met een versnelde klok, zoveel dagen per seconde')
    .option('--from <datum>', 'eerste dag, bij --speed', '2026-01-01')
    .option('--until <datum>', 'laatste dag, bij --speed; anders een jaar')
    .option('--redis <adres>', 'wachtrij in deze Redis, bij --speed; anders in dit proces', process.env.REDIS_URL)
    .option('--keep <map>', 'lege map voor administratie en mail, bij --speed; anders een tijdelijke')
    .option('--json', 'alleen de uitkomst, als JSON, bij --speed')
    .action(async (name: string | undefined, options: YearOptions, command: Command) => {
      const language = languageOf(command);
      if (options.speed === undefined) return playStory(choose(name), language);
      if (name !== undefined) throw noStoryAtSpeed(name);
      await playYear(yearSettings(options), language);
    });
}

function noStoryAtSpeed(name: string): UsageFault {
  return new UsageFault(
    `--speed speelt een heel jaar na en geen verhaal: laat "${name}" weg. Een snelheid komt na een spatie: --speed 20.`,
    `--speed plays a whole year and no story: leave out "${name}". A speed comes after a space: --speed 20.`,
  );
}

/** On an administration of its own, gone afterwards. */
async function playStory(story: PracticeCase, language: Language): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'samenwerkt-demo-'));
  const ledger = await openLedger({ file: join(folder, 'demo.sqlite') });
  try {
    await prepare(ledger);
    await play(ledger, story, language);
  } finally {
    await ledger.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function choose(name: string | undefined): PracticeCase {
  const cases = readCases(join(PROGRAM, 'demo'));
  const found =
    name === undefined
      ? cases.find(({ pack }) => pack === 'utrecht-bouwblokken')
      : cases.find(({ titel, contract }) => `${titel} ${contract.kenmerk}`.toLowerCase().includes(name.toLowerCase()));
  if (found) return found;
  const known = cases.map(({ titel }) => titel).join('; ');
  throw new UsageFault(
    `Er is geen verhaal "${name}". Er zijn: ${known}`,
    `There is no story "${name}". There are: ${known}`,
  );
}

async function play(ledger: Ledger, story: PracticeCase, language: Language): Promise<void> {
  const { lifecycle, pack, contract, leverancier, gebeurtenissen, titel, bron } = story;
  const organisation = LOCAL_ORGANISATION.id;
  console.log(`${titel}\n${contract.titel} · ${leverancier}, € ${contract.waarde}\n(${bron.titel}, ${bron.pagina})\n`);
  const [first] = gebeurtenissen;
  const actor = { id: first?.door.id ?? 'demo', roles: first?.door.rollen ?? [] };
  const { partnership } = await ledger.writer.start({
    organisation,
    actor,
    lifecycle,
    pack,
    contract,
    at: first && moment(first.op),
  });
  for (const { op, door, event, gegevens, eerstGeweigerd } of gebeurtenissen) {
    const command = { organisation, partnership, actor: { id: door.id, roles: door.rollen }, event, at: moment(op) };
    if (eerstGeweigerd) tell(await ledger.writer.rehearse({ ...command, data: eerstGeweigerd.gegevens }), op, language);
    const { warnings } = await ledger.writer.submit({ ...command, data: gegevens });
    const { partnership: now } = await ledger.partnerships.get(organisation, partnership);
    const title = lifecycleOf(now.lifecycle).events.get(event)?.title[language] ?? event;
    console.log(`${op.slice(0, 10)}  ${title}  → ${standing(now, language)}`);
    for (const warning of warnings) console.log(reasonLines(warning, language).join('\n'));
  }
  const { intact, events, head } = await ledger.caretaker.verify(organisation, partnership);
  console.log(
    `\n${events} gebeurtenissen vastgelegd; keten ${intact ? 'sluit' : 'verbroken'}, kop ${head.slice(0, 16)}…`,
  );
}

/** What was tried first, and every reason why the policy refused it. */
function tell(decision: Decision, op: string, language: Language): void {
  if (decision.outcome === 'accepted') return;
  console.log(`${op.slice(0, 10)}  ${decision.message[language]}`);
  for (const reason of decision.reasons) console.log(reasonLines(reason, language).join('\n'));
}

function standing({ states, lifecycle }: Partnership, language: Language): string {
  const catalogue = lifecycleOf(lifecycle).states;
  return states.map((state) => catalogue.get(state)?.title[language] ?? state).join(' + ');
}
