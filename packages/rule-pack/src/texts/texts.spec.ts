import { describe, expect, it } from '@jest/globals';
import { packWith, problemsWith, shown } from '../testing/sample-pack.js';

const problems = (text: string): string[] => shown(problemsWith({ 'texts.yaml': text }));
const all = '{partnerschap}, {contract}, {opdrachtnemer}, {coordinator}, {datum}, {vervaldatum}, {organisatie}';

describe("an organisation's own words", () => {
  it('are for states, events and reminders, in both languages', () => {
    const { texts } = packWith({
      'texts.yaml': `toestand.realisatie.rolverdeling: { nl: Aan de slag, en: At work }
gebeurtenis.gunnen: { nl: De opdracht verlenen, en: Grant the contract }
herinnering.gesprekPlannen.onderwerp: { nl: 'Gesprek met {opdrachtnemer}', en: 'Talk with {opdrachtnemer}' }
herinnering.gesprekPlannen.tekst: { nl: 'Plan het voor {vervaldatum}.', en: 'Plan it before {vervaldatum}.' }
`,
    });
    expect([...texts]).toEqual([
      ['toestand.realisatie.rolverdeling', { nl: 'Aan de slag', en: 'At work' }],
      ['gebeurtenis.gunnen', { nl: 'De opdracht verlenen', en: 'Grant the contract' }],
      ['herinnering.gesprekPlannen.onderwerp', { nl: 'Gesprek met {opdrachtnemer}', en: 'Talk with {opdrachtnemer}' }],
      ['herinnering.gesprekPlannen.tekst', { nl: 'Plan het voor {vervaldatum}.', en: 'Plan it before {vervaldatum}.' }],
    ]);
  });

  it('are none in a pack without texts.yaml, and in one that emptied it', () => {
    expect([packWith().texts.size, packWith({ 'texts.yaml': '{}\n' }).texts.size]).toEqual([0, 0]);
  });

  it('belong to a state or event that the pack can meet, and it says which was meant', () => {
    const [first, second] = problems(
      'gebeurtenis.gunen: { nl: a, en: b }\ngebeurtenis.borgingVaststellen: { nl: a, en: b }\n',
    );
    expect(first).toMatch(
      /^texts\.yaml:1:1 text-id-unknown 'gebeurtenis\.gunen' .* Bedoelde u 'gebeurtenis\.gunnen'\?$/,
    );
    expect(second).toMatch(/^texts\.yaml:2:1 text-id-unknown .*herinnering\.<naam>\.onderwerp of \.tekst\.$/);
  });

  it.each(['bouwblok.ww', 'herinnering.gesprek', 'herinnering.Gesprek.tekst', 'herinnering.a.b.tekst', 'gunnen'])(
    'cannot be given for %s',
    (id) => {
      expect(problems(`${id}: { nl: a, en: b }\n`)[0]).toContain('text-id-unknown');
    },
  );

  it('leave open only what can be filled in, and only in a reminder', () => {
    const text = "herinnering.a.tekst: { nl: 'Beste {naam}', en: 'Dear {coordinator}' }\n";
    expect(problems(text)).toEqual([
      `texts.yaml:1:35 placeholder-unknown {naam} kan hier niet worden ingevuld; kies uit ${all}.`,
    ]);
    expect(problems("gebeurtenis.gunnen: { nl: 'Gunnen aan {opdrachtnemer}', en: Award }\n")).toEqual([
      'texts.yaml:1:39 placeholder-unneeded In een titel wordt niets ingevuld; haal {opdrachtnemer} weg.',
    ]);
  });

  it('are there in both languages', () => {
    expect(problems('gebeurtenis.gunnen: { nl: a }\n')[0]).toContain("key-missing De sleutel 'en' ontbreekt");
    expect(problems('- a\n')[0]).toContain('value-wrong Hier hoort een blok met teksten');
  });
});
