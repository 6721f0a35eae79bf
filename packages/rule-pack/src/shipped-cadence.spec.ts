import { describe, expect, it } from '@jest/globals';
import { durationsOf } from './cadence/durations.js';
import { type Pack } from './model.js';
import { shippedPack } from './testing/shipped-pack.js';

/** For each entry its moment and what its parameter is today; `onbekend` when nobody knows. */
function planned(pack: Pack): string[] {
  return (pack.cadence ?? []).map((entry) => {
    const [{ parameter }] = durationsOf(entry);
    const found = pack.parameterOn(parameter, '2026-11-22');
    const value = found ? `${String(found.current.value)} ${found.parameter.unit}` : 'onbekend';
    return `${entry.id}: ${entry.moment.kind}, ${value}, ${entry.to}`;
  });
}

describe('what the shipped packs plan', () => {
  it('in basis is what model A asks, and what is assumed or still to be filled in', () => {
    expect(planned(shippedPack('basis'))).toEqual([
      'gesprek: terugkerend, 3 maanden, coordinator',
      'rapportage: terugkerend, 3 maanden, opdrachtnemer',
      'jaaropgave: jaarlijks, 2 maanden, opdrachtnemer',
      'eindeInZicht: voorContracteinde, onbekend, coordinator',
      'stilstand: stilstand, 90 dagen, coordinator',
      'backup: zonderBackup, onbekend, coordinator',
    ]);
  });

  it('in rijksschoonmaak is the yearly discussion, and the plan of action once its term is known', () => {
    expect(planned(shippedPack('rijksschoonmaak'))).toEqual([
      'gesprek: terugkerend, 12 maanden, contractmanager',
      'planVanAanpak: naGebeurtenis, onbekend, contractmanager',
    ]);
  });

  it.each(['utrecht-bouwblokken', 'haaglanden', 'oost-nederland'])(
    'in %s is a report, once somebody knows how often',
    (name) => {
      expect(planned(shippedPack(name))).toEqual(['rapportage: terugkerend, onbekend, coordinator']);
    },
  );

  it('that no source gives has an assumption', () => {
    for (const name of ['basis', 'rijksschoonmaak', 'utrecht-bouwblokken', 'haaglanden', 'oost-nederland']) {
      for (const { id, source, assumption } of shippedPack(name).cadence ?? []) {
        expect([id, source?.page ?? assumption]).toEqual([id, expect.stringMatching(/^p\.|aangenomen/)]);
      }
    }
  });
});
