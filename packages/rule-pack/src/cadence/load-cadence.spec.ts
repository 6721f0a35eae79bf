import { describe, expect, it } from '@jest/globals';
import { diffPacks } from '../diff/diff-packs.js';
import { lintPack } from '../lint/lint-pack.js';
import { loadPack } from '../load-pack.js';
import {
  cadence,
  cadenceFiles,
  cadencePack,
  cadenceProblems,
  cadenceProblemsOf,
  duration,
} from '../testing/cadence-pack.js';
import { filesWith, manifest, packWith, problemsOf, shown } from '../testing/sample-pack.js';
import { vocabulary } from '../testing/vocabulary.js';
import { withBase } from '../with-base.js';

describe('a cadence.yaml', () => {
  it('says which moments must not pass unseen, in its own order', () => {
    expect(cadencePack().cadence?.map(({ id, moment }) => [id, moment.kind])).toEqual([
      ['gesprek', 'terugkerend'],
      ['jaaropgave', 'jaarlijks'],
      ['plan', 'naGebeurtenis'],
      ['einde', 'voorContracteinde'],
      ['stil', 'stilstand'],
      ['alleen', 'zonderBackup'],
    ]);
  });

  it('may leave out what has a usual answer', () => {
    expect(cadencePack().cadence?.[1]).toEqual({
      id: 'jaaropgave',
      title: { nl: 'Jaaropgave', en: 'Yearly statement' },
      moment: { kind: 'jaarlijks', within: 'tweeMaanden' },
      doneBy: ['jaaropgaveOntvangen'],
      workday: 'geen',
      at: '09:00',
      to: 'opdrachtnemer',
      escalation: [],
      source: { title: 'Nota' },
    });
  });

  it('may be empty, which is another thing than not being there', () => {
    expect(cadencePack({ 'cadence.yaml': '[]\n' }).cadence).toEqual([]);
    expect(packWith().cadence).toBeUndefined();
  });

  it('counts in the digest, and a change of it is a difference between versions', () => {
    const version = (text: string) => ({
      pack: cadencePack({ 'cadence.yaml': text }),
      files: new Map([['cadence.yaml', text]]),
    });
    const [before, after] = [version(cadence), version(cadence.replace("'08:30'", "'08:00'"))];
    expect(after.pack.digest).not.toBe(before.pack.digest);
    const { changes } = diffPacks(before, after, '2026-11-22');
    expect(changes.map(({ area, kind, subject, level }) => [area, kind, subject, level])).toEqual([
      ['cadence', 'changed', 'gesprek', 'minor'],
    ]);
  });

  it('may have a parameter that nobody knows yet', () => {
    expect(cadenceProblems({ 'parameters/elkKwartaal.yaml': duration('elkKwartaal', 'maanden', undefined) })).toEqual(
      [],
    );
  });

  it.each([
    [
      'a kind that does not exist',
      'kind: jaarlijks',
      'kind: jaarlijkse',
      "cadence.yaml:16:19 value-wrong Hier hoort een van: terugkerend, jaarlijks, naGebeurtenis, voorContracteinde, stilstand, zonderBackup; er staat 'jaarlijkse'.",
    ],
    [
      'no kind',
      '{ kind: jaarlijks, within: tweeMaanden }',
      '{ within: tweeMaanden }',
      "cadence.yaml:16:11 key-missing De sleutel 'kind' ontbreekt; voeg hem toe.",
    ],
    [
      'a key of another kind of moment',
      'kind: stilstand, longerThan',
      'kind: stilstand, within: tweeWeken, longerThan',
      "cadence.yaml:33:30 moment-key De sleutel 'within' hoort bij jaarlijks, naGebeurtenis, zonderBackup, niet bij stilstand; daar hoort longerThan. Haal hem weg, of kies een ander kind.",
    ],
    [
      'a misspelled key in a moment',
      'before: tweeMaanden',
      'befor: tweeMaanden',
      "cadence.yaml:28:11 key-missing De sleutel 'before' ontbreekt; voeg hem toe.\ncadence.yaml:28:38 key-unknown De sleutel 'befor' hoort hier niet; bedoelde u 'before'?",
    ],
    [
      'a name twice',
      'id: einde',
      'id: plan',
      "cadence.yaml:26:7 id-double De naam 'plan' komt twee keer voor; geef een andere.",
    ],
    [
      'a name with a dash',
      'id: einde',
      'id: einde-contract',
      "cadence.yaml:26:7 value-wrong Hier hoort een naam zoals gesprek; er staat 'einde-contract'.",
    ],
    [
      'no source and no assumption',
      '  assumption: Een kwartaal is aangenomen.\n',
      '',
      'cadence.yaml:31:3 grounds-missing Waar staat dit? Noem de bron (source), of zeg wat is aangenomen (assumption).',
    ],
    [
      'a parameter that does not exist',
      'every: elkKwartaal',
      'every: elkKwartaa',
      "cadence.yaml:3:39 parameter-unknown De parameter 'elkKwartaa' bestaat niet in dit pakket; bedoelde u 'elkKwartaal'?",
    ],
    [
      'days where months belong',
      'every: elkKwartaal',
      'every: eenKwartaal',
      'cadence.yaml:3:39 parameter-unit Hier hoort een parameter met eenheid maanden; eenKwartaal heeft dagen.',
    ],
    [
      'months where days belong',
      'leadTime: tweeWeken',
      'leadTime: tweeMaanden',
      'cadence.yaml:8:13 parameter-unit Hier hoort een parameter met eenheid dagen; tweeMaanden heeft maanden.',
    ],
    [
      'months until an escalation',
      'after: eenKwartaal',
      'after: tweeMaanden',
      'cadence.yaml:12:16 parameter-unit Hier hoort een parameter met eenheid dagen; tweeMaanden heeft maanden.',
    ],
    [
      'a state that does not exist',
      'states: [monitoring]',
      'states: [monitorin]',
      "cadence.yaml:4:12 state-unknown De toestand 'monitorin' bestaat niet in stappenplan-2020, stappenplan-2019; bedoelde u 'monitoring'?",
    ],
    [
      'an event that does not exist',
      'doneBy: [gesprekVastleggen]',
      'doneBy: [gesprekVastlegen]',
      "cadence.yaml:5:12 event-unknown De gebeurtenis 'gesprekVastlegen' bestaat niet in stappenplan-2020, stappenplan-2019; bedoelde u 'gesprekVastleggen'?",
    ],
    [
      'an event after which nothing can be counted',
      'after: gunnen',
      'after: besluitVastleggen',
      "cadence.yaml:22:41 event-unsuited Aan 'besluitVastleggen' is het niet te zien; hier hoort een gebeurtenis waarvan het dossier de dag bewaart: gunnen, gesprekVastleggen, rapportageOntvangen, jaaropgaveOntvangen, evaluatieVastleggen, contractVerlengen, eindeContractNaderen.",
    ],
    [
      'an event without a year for something yearly',
      'doneBy: [jaaropgaveOntvangen]',
      'doneBy: [evaluatieVastleggen]',
      "cadence.yaml:17:12 event-unsuited Aan 'evaluatieVastleggen' is het niet te zien; hier hoort een gebeurtenis die zegt over welk kalenderjaar zij gaat: jaaropgaveOntvangen.",
    ],
    [
      'nothing that shows it was done',
      '  doneBy: [besluitVastleggen]\n',
      '',
      'cadence.yaml:20:3 done-by-missing Waarmee is dit gedaan? Noem bij naGebeurtenis in doneBy een gebeurtenis die iets in het dossier achterlaat.',
    ],
    [
      'an event that closes what closes itself',
      '  moment: { kind: stilstand',
      '  doneBy: [gunnen]\n  moment: { kind: stilstand',
      'cadence.yaml:33:11 done-by-unneeded Bij stilstand hoort geen doneBy: het is voorbij zodra de toestand verandert. Haal de sleutel weg.',
    ],
    [
      'a role that does not exist',
      'to: inkoopexpert',
      'to: inkoper',
      "cadence.yaml:29:7 role-unknown De rol 'inkoper' bestaat niet; kies uit coordinator, projectcoordinator, bestuurder, hrExpert, inkoopexpert, categoriemanager, contractmanager, interneOpdrachtgever, opdrachtnemer, backup.",
    ],
    [
      'a misspelled role in an escalation',
      'to: contractmanager }',
      'to: contractmanger }',
      "cadence.yaml:12:33 role-unknown De rol 'contractmanger' bestaat niet; bedoelde u 'contractmanager'?",
    ],
    [
      'a working day in other words',
      'workday: voor',
      'workday: ervoor',
      "cadence.yaml:6:12 value-wrong Hier hoort een van: voor, na, geen; er staat 'ervoor'.",
    ],
    [
      'a time that does not exist',
      "'08:30'",
      "'24:30'",
      'cadence.yaml:7:7 value-wrong Hier hoort een tijd tussen aanhalingstekens, zoals "09:00"; er staat \'24:30\'.',
    ],
  ])('is refused with %s', (_, from, to, problem) => {
    expect(shown(cadenceProblemsOf(from, to)).join('\n')).toBe(problem);
  });

  it.each([
    [5, 'kalender', 'Neem 1, 2, 3, 4, 6 of 12, of anchor: contractStart.'],
    [24, 'kalender', 'Neem 1, 2, 3, 4, 6 of 12, of anchor: contractStart.'],
    [0, 'contractStart', 'Neem 1 of meer.'],
  ])('is refused when %i months cannot be periods of the %s', (months, anchor, remedy) => {
    const problems = cadenceProblems({
      'parameters/elkKwartaal.yaml': duration('elkKwartaal', 'maanden', months),
      'cadence.yaml': cadence.replace('anchor: kalender', `anchor: ${anchor}`),
    });
    expect(problems.map(({ code }) => code)).toEqual(['period-uneven']);
    expect(problems[0]?.nl).toContain(remedy);
  });

  it('takes periods of five months when they count from the start of the contract', () => {
    const files = {
      'parameters/elkKwartaal.yaml': duration('elkKwartaal', 'maanden', 5),
      'cadence.yaml': cadence.replace('anchor: kalender', 'anchor: contractStart'),
    };
    expect(cadenceProblems(files)).toEqual([]);
  });

  it('is refused when a moment lies beyond the calendar', () => {
    const problems = cadenceProblems({ 'parameters/tweeWeken.yaml': duration('tweeWeken', 'dagen', 9_000_000_000) });
    expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(['duration-too-long']));
    expect(problems[0]?.nl).toBe(
      'tweeWeken is ergens 9000000000 dagen; een moment ligt hoogstens 36525 dagen weg. Verlaag het.',
    );
  });

  it('does not ask for states and events of a lifecycle that the pack does not have', () => {
    expect(shown(cadenceProblems({ 'pack.yaml': manifest }))).toEqual([]);
    const nearing = cadence.replace('to: inkoopexpert', 'to: inkoopexpert\n  doneBy: [eindeContractNaderen]');
    expect(cadenceProblems({ 'cadence.yaml': nearing })).toEqual([]);
    expect(cadenceProblems({ 'cadence.yaml': nearing, 'pack.yaml': manifest }).map(({ code }) => code)).toEqual([
      'event-unknown',
    ]);
  });
});

describe('a cadence in the base of a pack', () => {
  const city = new Map([
    ['pack.yaml', `${manifest.replace('name: proef', 'name: stad')}extends: { name: proef, version: ^1.0.0 }\n`],
  ]);
  const nearing = cadence.replace('to: inkoopexpert', 'to: inkoopexpert\n  doneBy: [eindeContractNaderen]');
  const on = (own: Record<string, string>) =>
    withBase(new Map([...city, ...Object.entries(own)]), () => filesWith({ ...cadenceFiles, 'cadence.yaml': nearing }));

  it('holds for the pack, and is judged by the lifecycles of the base', () => {
    expect(loadPack(on({}), vocabulary).cadence).toHaveLength(6);
    expect(problemsOf(on({ 'cadence.yaml': nearing })).map(({ file, code }) => `${file} ${code}`)).toEqual([
      'cadence.yaml event-unknown',
    ]);
  });

  it('ends with an empty one of its own', () => {
    expect(loadPack(on({ 'cadence.yaml': '[]\n' }), vocabulary).cadence).toEqual([]);
  });
});

describe('lint of a cadence', () => {
  const lint = (files: Record<string, string>) =>
    lintPack(filesWith({ 'README.md': '#', 'CHANGELOG.md': '## 1.0.0', ...files }), {
      vocabulary,
      date: '2026-11-22',
      readByEngine: new Set(['gespreksfrequentieMaanden']),
    }).findings.map(({ severity, file, code }) => `${severity} ${file} ${code}`);
  const one = `- id: gesprek
  title: { nl: Gesprek, en: Conversation }
  moment: { kind: terugkerend, every: ritme, anchor: kalender }
  doneBy: [gesprekVastleggen]
  leadTime: vooraf
  to: coordinator
  source: { title: Nota }
`;
  const files = (every: number | undefined, leadTime: number | undefined) => ({
    'cadence.yaml': one,
    'parameters/ritme.yaml': duration('ritme', 'maanden', every),
    'parameters/vooraf.yaml': duration('vooraf', 'dagen', leadTime),
  });
  const about = (findings: string[]) =>
    findings.filter((line) => !line.includes('drempel') && !line.endsWith('untested'));

  it('counts its parameters as used', () => {
    expect(about(lint(files(3, 14)))).toEqual([]);
  });

  it('warns that nothing is planned while the parameter of a moment is not known, and notes the others', () => {
    expect(about(lint(files(undefined, undefined)))).toEqual([
      'warning parameters/ritme.yaml fill-in-needed',
      'note parameters/vooraf.yaml fill-in',
    ]);
  });

  it('says of what the engine would read without it that it is unused', () => {
    const own = { 'parameters/gespreksfrequentieMaanden.yaml': duration('gespreksfrequentieMaanden', 'maanden', 3) };
    expect(about(lint(own))).toEqual([]);
    expect(about(lint({ ...own, ...files(3, 14) }))).toEqual([
      'note parameters/gespreksfrequentieMaanden.yaml parameter-unused',
    ]);
  });
});
