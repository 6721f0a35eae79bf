import { describe, expect, it } from '@jest/globals';
import { shown } from '../testing/sample-pack.js';
import { townObligation, townProblems } from '../testing/town-pack.js';

describe('an obligation.yaml', () => {
  it.each([
    [
      'an unknown key',
      '  cap: hoogste',
      '  hoogste: hoogste',
      "obligation.yaml:10:3 key-unknown De sleutel 'hoogste' hoort hier niet.",
    ],
    [
      'a basis that does not exist',
      'basis: loonsom',
      'basis: omzet',
      "obligation.yaml:15:10 value-wrong Hier hoort een van: loonsom, opdrachtsom, opdrachtsomExclBtw; er staat 'omzet'.",
    ],
    [
      'a percentage that is an amount',
      'percentage: percentage',
      'percentage: minimum',
      'obligation.yaml:4:15 parameter-unit Hier hoort een parameter met eenheid procent; minimum heeft euro.',
    ],
    [
      'an agreed percentage that is no percentage',
      'dossier.toepassing.percentage',
      'dossier.toepassing.toepassen',
      "obligation.yaml:5:21 field-unknown 'dossier.toepassing.toepassen' is geen gegeven in procenten.",
    ],
    [
      'a threshold for a kind that does not exist',
      'kinds: [werk]',
      'kinds: [werken]',
      "obligation.yaml:7:41 value-wrong Hier hoort een van: werk, dienst, levering; er staat 'werken'.",
    ],
    [
      'a threshold that is not there',
      'parameter: drempelWerk',
      'parameter: drempelwerk',
      "obligation.yaml:7:20 parameter-unknown De parameter 'drempelwerk' bestaat niet in dit pakket; bedoelde u 'drempelWerk'?",
    ],
    [
      'a factor in months',
      'factor: boete.factor',
      'factor: boete.herstel',
      'obligation.yaml:12:24 parameter-unit Hier hoort een parameter met eenheid procent of aantal; boete.herstel heeft maanden.',
    ],
    [
      'a condition that is no yes or no',
      'contract.procedure != "voorbehouden"',
      'contract.waarde',
      'obligation.yaml:11:16 expression-not-bool De uitkomst moet waar of niet waar zijn (bool); dit geeft Euro.',
    ],
    [
      'an obligation twice',
      'id: verkennen',
      'id: social',
      "obligation.yaml:13:7 id-double De naam 'social' komt twee keer voor; geef een andere.",
    ],
  ])('is refused with %s', (_, from, to, problem) => {
    expect(townObligation).toContain(from);
    expect(shown(townProblems({ 'obligation.yaml': townObligation.replace(from, to) }))).toEqual([problem]);
  });

  it('is refused with a term of recovery that leads beyond the calendar', () => {
    const herstel = `name: boete.herstel
title: { nl: Herstel, en: Recovery }
unit: maanden
lastVerifiedOn: 2026-11-22
values: [{ from: 2020-01-01, value: 1201, source: { title: Nota } }]
`;
    expect(shown(townProblems({ 'parameters/boete/herstel.yaml': herstel }))).toEqual([
      'obligation.yaml:12:48 duration-too-long boete.herstel is ergens 1201 maanden; een moment ligt hoogstens 1200 maanden weg. Verlaag het.',
    ]);
  });
});
