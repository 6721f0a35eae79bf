import { describe, expect, it } from '@jest/globals';
import { findBsn } from './bsn.js';
import { confirmedIn } from './confirmations.js';
import { decide } from './decide.js';
import { permissive } from './testing/packs.js';
import { begun, after, coordinator, NOW, refused, sample, tryEvent } from './testing/partnerships.js';

/** Passes the eleven-test and belongs to nobody: 9·1+8·1+7·1+6·2+5·2+4·2+3·3+2·3−3 = 66. */
const BSN = '111222333';

describe('a number that can be a BSN', () => {
  it.each(['111222333', '111.222.333', '111 222 333', '1112.22.333', '111-222-333', '1-1-1-2-2-2-3-3-3'])(
    'is found when written as %s',
    (written) => {
      expect(findBsn(written)).toBe(written);
      expect(findBsn(`Mevrouw heeft nummer ${written}.`)).toBe(written);
    },
  );

  it('is found among other numbers', () => {
    expect(findBsn('Zie 2024-01-01, € 480.000 en 123456789; nummer: 111222333')).toBe(BSN);
  });

  it.each([
    ['that fails the eleven-test', '111222334'],
    ['of zeros only', '000000000'],
    ['of eight digits', '11122233'],
    ['of ten digits', '1112223330'],
    ['that is a mobile phone number', '06 11122233'],
    ['that is a phone number of ten digits', '0611122233'],
    ['that is a phone number with a dash', '030-1112223'],
    ['that is an international phone number', '+31 6 11122233'],
    ['that is an account number', 'NL91 ABNA 0417 1643 00'],
  ])('is not one %s', (_, text) => {
    expect(findBsn(text)).toBeUndefined();
  });

  it.each([
    ['dates', 'Van 2024-01-01 tot 2026-12-31 en op 31-12-2026'],
    ['UUIDs', '11122233-3111-7222-8333-111222333111'],
    ['amounts in euro', 'Dat kost € 111.222.333,00 en niet €111222333'],
    ['text without digits', 'Twee banen bij de schoonmaak'],
  ])('is not seen in %s', (_, text) => {
    expect(findBsn(text)).toBeUndefined();
  });
});

describe('the data of an event', () => {
  const working = after(begun(), ['principebesluitNemen', 'werkgroepInstellen', 'doelstellingenVaststellen']);
  const problemsOf = (event: string, instead: Record<string, unknown>, from = working) =>
    refused(tryEvent(from, event, sample(from, event, instead))).problems.map(({ path, code }) => [path, code]);

  it('holds no BSN in a list', () => {
    const externePartijen = ['UWV', `Kandidaat ${BSN}`];
    expect(problemsOf('actieplanVaststellen', { externePartijen })).toEqual([['/externePartijen/1', 'bsn']]);
  });

  it('holds no BSN in a list of records, and each place is named', () => {
    const action = { actie: 'Werving', eigenaar: 'HR', deadline: '2024-03-31' };
    const acties = [{ ...action, actie: `Spreek ${BSN}` }, action, { ...action, eigenaar: '111.222.333' }];
    expect(problemsOf('actieplanVaststellen', { acties })).toEqual([
      ['/acties/0/actie', 'bsn'],
      ['/acties/2/eigenaar', 'bsn'],
    ]);
  });

  it('holds no BSN when the dossier is added to', () => {
    const added = tryEvent(working, 'dossierAanvullen', { actieplan: { taakverdeling: [BSN] } });
    expect(refused(added).problems).toMatchObject([{ path: '/actieplan/taakverdeling/0', code: 'bsn' }]);
  });

  it('says what to use instead, without repeating the number', () => {
    const [problem] = refused(tryEvent(working, 'beeindigen', { reden: BSN })).problems;
    expect(problem?.message.nl).toContain('pseudoniem');
    expect(problem?.message.en).toContain('pseudonym');
    expect(JSON.stringify(problem)).not.toContain(BSN);
  });

  it('may hold an amount whose digits happen to pass, because such a field has a format', () => {
    const deciding = after(begun(), [
      'principebesluitNemen',
      'werkgroepInstellen',
      'doelstellingenVaststellen',
      'actieplanVaststellen',
      ['routeKiezen', { route: 'bestaandeOvereenkomst' }],
      'opdrachtnemerKiezen',
      'bereidheidVastleggen',
      'banenInKaartBrengen',
    ]);
    const data = sample(deciding, 'besluitVastleggen', { extraBudget: BSN });
    expect(tryEvent(deciding, 'besluitVastleggen', data).outcome).toBe('accepted');
  });
});

describe('a number that passes the eleven-test and is something else', () => {
  const from = begun();
  const text = `Bel het wijkteam op ${BSN}, of 111.222.333 of 123456782`;
  const other = { path: '/reden', number: '123 456 782', reason: 'contractnummer van de leverancier' };
  const phone = { path: '/reden', number: BSN, reason: 'telefoonnummer van het wijkteam' };
  const ending = (confirmations: object[], data: object = { reden: text }) => {
    const command = { event: 'beeindigen', data: { ...sample(from, 'beeindigen'), ...data }, confirmations } as never;
    return decide(from, permissive, command, coordinator, NOW);
  };

  it('may be recorded when somebody confirms each with a reason; the text keeps it, the confirmation does not', () => {
    const decision = ending([phone, other]);
    if (decision.outcome !== 'accepted') throw new Error(JSON.stringify(decision));
    expect(decision.event.data).toMatchObject({ reden: text });
    expect(confirmedIn(decision.event.data)).toEqual([
      { veld: '/reden', nummer: '•••••••33', reden: phone.reason },
      { veld: '/reden', nummer: '•••••••82', reden: other.reason },
    ]);
    expect(JSON.stringify(decision.next.dossier)).not.toContain('bevestigdeNummers');
  });

  it.each([
    ['is not there', [], ['/reden']],
    ['is about one of two numbers only', [phone], ['/reden']],
    ['is about a text without that number', [{ ...phone, path: '/toelichting' }], ['/confirmations/0', '/reden']],
    ['is about another number', [{ ...phone, number: '987654321' }, other], ['/confirmations/0', '/reden']],
    ['says no why', [{ ...phone, reason: ' ' }, other], ['/confirmations/0/reason']],
    ['holds a BSN in its reason', [{ ...phone, reason: `is ${BSN}` }, other], ['/confirmations/0/reason']],
    ['has no number', [{ path: '/reden', reason: 'x' }, other], ['/confirmations/0/number']],
  ])('is refused when a confirmation %s', (_, confirmations, paths) => {
    expect(refused(ending(confirmations)).problems.map(({ path }) => path)).toEqual(expect.arrayContaining(paths));
  });

  it('is not confirmed where a person is named: that text would stay in the history', () => {
    const working = after(begun(), ['principebesluitNemen']);
    const data = sample(working, 'werkgroepInstellen', { coordinator: `Anna ${BSN}` });
    const confirmations = [{ path: '/coordinator', number: BSN, reason: 'personeelsnummer' }];
    const decision = decide(
      working,
      permissive,
      { event: 'werkgroepInstellen', data, confirmations },
      coordinator,
      NOW,
    );
    expect(refused(decision).problems).toMatchObject([{ path: '/coordinator', code: 'bsn' }]);
  });
});
