import { type Actor } from '@samenwerkt/engine';
import { EventRefused, LOCAL_ACTOR, type MoveSelection, type Selection } from '@samenwerkt/ledger';
import { type Command } from 'commander';
import { UsageFault } from '../../output/failure.js';
import { moveLines, movedLine, resultLines, surveyLines } from '../../output/migration.js';
import { reasonLines } from '../../output/reasons.js';
import { actorFor, at, type Workplace } from '../../workplace.js';
import { packGroup } from './group.js';

interface Options {
  partnership?: string;
  all?: boolean;
  state?: string;
  pack?: string;
  reason: string;
  as?: string;
  dryRun?: boolean;
}

/** What is asked, for one partnership or for many. */
type Move = Omit<MoveSelection, 'selection'>;

/** `samenwerkt pack migrate`: moves partnerships to another pack, or says in words what that would change. */
export function packMigrate(program: Command): void {
  packGroup(program)
    .command('migrate <naam> <versie>')
    .description('zet partnerschappen over op een andere versie, of op een ander regelpakket')
    .option('--partnership <partnerschap>', 'dit partnerschap')
    .option('--all', 'alle partnerschappen met dit regelpakket, welke versie ook')
    .option('--state <staat>', 'die in deze staat, bijvoorbeeld monitoring')
    .option('--pack <naam>', 'bij --all en --state: partnerschappen met dit andere regelpakket')
    .requiredOption('--reason <tekst>', 'waarom; komt in de geschiedenis, dus nooit persoonsgegevens')
    .option('--as <rollen>', "met deze rollen, door komma's gescheiden")
    .option('--dry-run', 'laat zien wat er zou veranderen, leg niets vast')
    .action((name: string, version: string, options: Options, command: Command) =>
      at(command, async (workplace) => {
        const actor: Actor = actorFor(options.as);
        const move = { organisation: workplace.organisation, actor, to: { name, version }, reden: options.reason };
        mustChooseOne(options);
        if (options.partnership === undefined)
          await moveMany(workplace, { ...move, selection: selectionOf(options) }, options);
        else await moveOne(workplace, move, options.partnership, options);
      }),
    );
}

/** @throws UsageFault unless it is clear which partnerships are meant */
function mustChooseOne({ partnership, all, state, pack }: Options): void {
  const chosen = [partnership, all, state].filter((one) => one !== undefined).length;
  if (chosen === 1 && (partnership === undefined || pack === undefined)) return;
  throw new UsageFault(
    'Noem één partnerschap met --partnership, of een selectie met --all of --state (en zo nodig --pack).',
    'Name one partnership with --partnership, or a selection with --all or --state (and --pack if need be).',
  );
}

function selectionOf({ state, pack }: Options): Selection {
  return { filter: { state, pack } };
}

async function moveOne(
  { ledger, organisation, language, say }: Workplace,
  move: Move,
  reference: string,
  options: Options,
) {
  const partnership = await ledger.partnerships.idOf(organisation, reference);
  const command = { ...move, partnership };
  if (options.dryRun) {
    const rehearsal = await ledger.writer.rehearseMigration(command);
    if (!rehearsal.preview) throw new EventRefused(rehearsal.decision);
    for (const line of moveLines(rehearsal, language)) await say(line);
    return;
  }
  const { version, warnings } = await ledger.writer.migrate(command);
  console.log(movedLine(move.to, version, language));
  for (const warning of warnings) await say(reasonLines(warning, language).join('\n'));
}

/** Ctrl-C stops a run; what is over stays over. */
async function moveMany({ ledger, organisation, language, say }: Workplace, move: MoveSelection, options: Options) {
  const { packMigrations } = ledger;
  if (options.dryRun) {
    for (const line of surveyLines(await packMigrations.survey(move), language)) await say(line);
    return;
  }
  const { id } = await packMigrations.start(move);
  const stop = () => void packMigrations.cancel(organisation, id, LOCAL_ACTOR);
  process.once('SIGINT', stop);
  await packMigrations.over(id);
  process.removeListener('SIGINT', stop);
  const report = await packMigrations.get(organisation, id);
  const outcomes = ['refused', 'conflict'] as const;
  const left = await Promise.all(
    outcomes.map((outcome) => packMigrations.results(organisation, id, MOST_SHOWN, outcome)),
  );
  for (const line of resultLines(report, left.flat(), language)) await say(line);
  if (report.state !== 'done') process.exitCode = 1;
}

/** Most partnerships shown of each outcome. */
const MOST_SHOWN = 100;
