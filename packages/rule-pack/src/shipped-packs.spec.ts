import { describe, expect, it } from '@jest/globals';
import { type Pack } from './model.js';
import { shippedPack } from './testing/shipped-pack.js';

const basis = shippedPack('basis');
const utrecht = shippedPack('utrecht-bouwblokken');
const onEveryDate = (pack: Pack, date: string): Record<string, unknown> =>
  Object.fromEntries(
    [...pack.parameters.keys()].flatMap((name) => {
      const found = pack.parameterOn(name, date);
      return found ? [[name, found.current.value]] : [];
    }),
  );

describe.each([
  ['basis', '1.2.0', basis],
  ['utrecht-bouwblokken', '1.2.0', utrecht],
])('the pack %s', (name, version, pack) => {
  it('loads under its own name, for both lifecycles', () => {
    expect(pack.manifest).toMatchObject({
      name,
      version,
      lifecycles: ['stappenplan-2020', 'stappenplan-2019'],
    });
  });

  it('gives every known value a source with a title, and every assumed day says so', () => {
    for (const { values, known } of pack.parameters.values()) {
      expect(known).toBe(values.length > 0);
      for (const { source, assumption } of values) {
        expect(source.title).not.toBe('');
        expect(assumption).toMatch(/aangenomen/);
      }
    }
  });

  it('names in every rule a remedy in both languages', () => {
    for (const { rule } of pack.rules) expect([rule.remedy.nl, rule.remedy.en]).not.toContain('');
  });
});

describe('the figures of basis', () => {
  it('are those of the handreikingen, from the day that is assumed', () => {
    expect(onEveryDate(basis, '2026-11-22')).toEqual({
      'percentage.modelA': '5',
      'percentage.modelB': '5',
      drempelbedrag: '100000.00',
      laagArbeidsaandeel: '50',
      percentageBijLaagArbeidsaandeel: '2',
      minimaleLooptijdMaanden: 6,
      kansrijkBedragPerJaar: '200000.00',
      kansrijkeCategorieen: expect.arrayContaining([
        'schoonmaak',
        'catering',
        'beveiliging',
        'groenvoorziening',
        'zorg',
      ]),
      maximaleShortlist: 3,
      maximaalGekozen: 2,
      maximaalLeveranciersPerStapelbaan: 2,
      aandeelVoorbehoudenOpdracht: '30',
      gespreksfrequentieMaanden: 3,
      jaaropgaveTermijnMaanden: 2,
      stilstandDagen: 90,
    });
    expect(basis.parameterOn('drempelbedrag', '2020-09-30')).toBeUndefined();
    expect(basis.parameterOn('jaaropgaveTermijnMaanden', '2019-07-01')?.current.value).toBe(2);
  });

  it('say of the five percent that it is to be set per contract', () => {
    for (const model of ['percentage.modelA', 'percentage.modelB']) {
      expect(basis.parameterOn(model, '2026-11-22')?.current.assumption).toMatch(/^Plaatshouder/);
    }
  });
});

describe('the building blocks of Utrecht', () => {
  const always = { drempelContractwaarde: '100000.00', meetellenVoorStartMaanden: 12 };
  const twoTerms = {
    'inspanningswaarde.participatiewetTotTweeJaar': '30000.00',
    'inspanningswaarde.participatiewetVanafTweeJaar': '40000.00',
    'inspanningswaarde.wwTotEenJaar': '15000.00',
    'inspanningswaarde.wwVanafEenJaar': '20000.00',
    'inspanningswaarde.wiaWao': '30000.00',
    'inspanningswaarde.banenafspraak': '35000.00',
  };

  it('on 1 June 2015 are those of 2015, for 40 hours', () => {
    expect(onEveryDate(utrecht, '2015-06-01')).toEqual({ ...always, ...twoTerms, basisurenPerWeek: 40 });
  });

  it('on 1 June 2018 are the thirteen, for 36 hours', () => {
    expect(onEveryDate(utrecht, '2018-06-01')).toEqual({
      ...always,
      ...twoTerms,
      basisurenPerWeek: 36,
      'inspanningswaarde.bbl': '15000.00',
      'inspanningswaarde.bol': '10000.00',
      'inspanningswaarde.nietUitkeringsgerechtigd': '10000.00',
      'toeslag.vastContract': '10000.00',
      'toeslag.vijftigPlus': '5000.00',
      'uurbedrag.ondersteuning': '100.00',
      'waardering.wswEnSocialeInkoop': 'De betaalde facturen tellen.',
      'waardering.ondersteuning': 'In plaats van het uurbedrag kan de factuur tellen.',
    });
  });

  it('on 1 January 2020 are the merged ones of autumn 2019', () => {
    expect(onEveryDate(utrecht, '2020-01-01')).toEqual({
      ...always,
      basisurenPerWeek: 36,
      'inspanningswaarde.participatiewet': '40000.00',
      'inspanningswaarde.ww': '20000.00',
      'inspanningswaarde.wiaWao': '40000.00',
      'inspanningswaarde.banenafspraak': '50000.00',
      'inspanningswaarde.praktijkplaats': '35000.00',
      'inspanningswaarde.bbl': '35000.00',
      'inspanningswaarde.bol': '20000.00',
      'inspanningswaarde.nietUitkeringsgerechtigd': '10000.00',
      'toeslag.vastContract': '10000.00',
      'toeslag.vijftigPlus': '10000.00',
      'toeslag.statushouderOfTaalachterstand': '10000.00',
      'uurbedrag.ondersteuning': '100.00',
      'waardering.wswEnSocialeInkoop': 'De kosten zonder btw tellen, in overleg met de adviseur.',
      'waardering.ondersteuning': 'In plaats van het uurbedrag kunnen de kosten tellen.',
      'waardering.mobiliteitEnOntwikkeling': 'adviseur beslist',
    });
  });

  it('never count a merged block twice: what is split ends on the day the merged one begins', () => {
    for (const block of [
      'participatiewetTotTweeJaar',
      'participatiewetVanafTweeJaar',
      'wwTotEenJaar',
      'wwVanafEenJaar',
    ]) {
      const merged = utrecht.parameters.get(`inspanningswaarde.${block.startsWith('ww') ? 'ww' : 'participatiewet'}`);
      expect(utrecht.parameters.get(`inspanningswaarde.${block}`)?.values.at(-1)).toMatchObject({
        from: merged?.values[0]?.from,
        value: null,
      });
    }
  });

  it('leave to the organisation what no source gives', () => {
    const unknown = [...utrecht.parameters.values()].filter(({ known }) => !known).map(({ name }) => name);
    expect(unknown.sort()).toEqual([
      'bewijsstukken',
      'boete',
      'langsteDuurMaanden',
      'percentage',
      'rapportagefrequentieMaanden',
      'verrekening.naarRato',
      'verrekening.toeslagen',
    ]);
  });
});

describe('the building blocks of Haaglanden', () => {
  const haaglanden = shippedPack('haaglanden');

  it('begin on 1 July 2023, for 36 hours', () => {
    expect(onEveryDate(haaglanden, '2023-06-30')).toEqual({});
    expect(onEveryDate(haaglanden, '2023-07-01')).toEqual({
      basisurenPerWeek: 36,
      meetellenVoorStartMaanden: 12,
      'inspanningswaarde.geenUitkering': '5000.00',
      'inspanningswaarde.geenStartkwalificatie': '10000.00',
      'inspanningswaarde.stageMboHbo': '5000.00',
      'inspanningswaarde.stageVsoPro': '7500.00',
      'inspanningswaarde.bblTotNiveau2': '25000.00',
      'inspanningswaarde.bblVanafNiveau3': '15000.00',
      'inspanningswaarde.ww': '20000.00',
      'inspanningswaarde.wia': '30000.00',
      'inspanningswaarde.participatiewet': '40000.00',
      'inspanningswaarde.banenafspraak': '50000.00',
      'langsteDuurMaanden.standaard': 12,
      'langsteDuurMaanden.wia': 24,
      'langsteDuurMaanden.participatiewet': 24,
      'langsteDuurMaanden.vsoPro': 24,
      'langsteDuurMaanden.bblTotNiveau2': 24,
      'langsteDuurMaanden.bblVanafNiveau3': 36,
      'toeslag.vijfenvijftigPlus': '10000.00',
      'toeslag.uitVsoPro': '25000.00',
      'toeslag.ips': '10000.00',
    });
  });
});

describe('the building blocks of Oost-Nederland', () => {
  const oost = shippedPack('oost-nederland');

  it('begin with the convenant of October 2019, on a day that is assumed', () => {
    expect(onEveryDate(oost, '2019-09-30')).toEqual({});
    expect(onEveryDate(oost, '2019-10-01')).toEqual({
      'inspanningswaarde.participatiewetTotTweeJaar': '30000.00',
      'inspanningswaarde.participatiewetVanafTweeJaar': '40000.00',
      'inspanningswaarde.doelgroepregister': '40000.00',
      'inspanningswaarde.wia': '40000.00',
      'inspanningswaarde.wsw': '40000.00',
      'inspanningswaarde.beschutWerk': '40000.00',
      'inspanningswaarde.wwTotEenJaar': '10000.00',
      'inspanningswaarde.wwVanafEenJaar': '15000.00',
      'inspanningswaarde.nietUitkeringsgerechtigd': '10000.00',
      'inspanningswaarde.bblNiveau1En2': '20000.00',
      'maandbedrag.werkervaringsplaats': '750.00',
      'langsteDuurMaanden.participatiewet': 24,
      'langsteDuurMaanden.ww': 12,
      'langsteDuurMaanden.nietUitkeringsgerechtigd': 12,
    });
    for (const { values } of oost.parameters.values())
      for (const { assumption } of values) expect(assumption).toMatch(/aangenomen/);
  });
});
