import { describe, expect, it } from '@jest/globals';
import { findBsn } from './bsn.js';
import { begun, after, refused, sample, tryEvent } from './testing/partnerships.js';

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
