import { type PackMoment } from '@samenwerkt/engine';
import { words, type DatedWords } from './words.js';

const parameter: DatedWords = {
  ahead: words(
    'Waarde geldt tot en met {vervaldatum}: {onderwerp}',
    'Value holds until {vervaldatum}: {onderwerp}',
    'In regelpakket {pakket} geldt de waarde van "{onderwerp}" tot en met {vervaldatum}. Daarna is er geen waarde meer, en beantwoordt geen enkele regel die haar nodig heeft nog een vraag. Stel de nieuwe waarde vast, neem haar met haar bron op in een nieuwe versie, en publiceer die.',
    'In rule pack {pakket} the value of "{onderwerp}" holds until {vervaldatum}. After that there is no value, and no rule that needs it can answer. Settle the new value, put it with its source in a new version, and publish that.',
  ),
  late: words(
    'Waarde is verlopen: {onderwerp}',
    'Value has expired: {onderwerp}',
    'In regelpakket {pakket} gold de waarde van "{onderwerp}" tot en met {vervaldatum}. Er is geen nieuwe versie met een waarde gepubliceerd, dus regels die haar nodig hebben beantwoorden nu niets. Stel de waarde vast en publiceer een nieuwe versie.',
    'In rule pack {pakket} the value of "{onderwerp}" held until {vervaldatum}. No newer version with a value was published, so rules that need it cannot answer now. Settle the value and publish a new version.',
  ),
};

const proof: DatedWords = {
  ahead: words(
    'Bewijs wordt gevraagd tot en met {vervaldatum}: {onderwerp}',
    'Proof is asked until {vervaldatum}: {onderwerp}',
    'Volgens regelpakket {pakket} wordt "{onderwerp}" tot en met {vervaldatum} gevraagd, en daarna niet meer. Ga na wat ervoor in de plaats komt. Is dat er, neem het dan op in een nieuwe versie en publiceer die.',
    'According to rule pack {pakket} "{onderwerp}" is asked until {vervaldatum}, and not after that. Find out what comes in its place. If there is something, put it in a new version and publish that.',
  ),
  late: words(
    'Bewijs wordt niet meer gevraagd: {onderwerp}',
    'Proof is not asked any more: {onderwerp}',
    'Volgens regelpakket {pakket} werd "{onderwerp}" tot en met {vervaldatum} gevraagd. Er is sindsdien geen nieuwe versie gepubliceerd die zegt wat ervoor in de plaats komt. Ga na of dat zo hoort.',
    'According to rule pack {pakket} "{onderwerp}" was asked until {vervaldatum}. No newer version that says what comes in its place was published. Find out whether that is right.',
  ),
};

const wholePack: DatedWords = {
  ahead: words(
    'Regelpakket {pakket} geldt tot en met {vervaldatum}',
    'Rule pack {pakket} is in force until {vervaldatum}',
    'Onder regelpakket {pakket} ("{onderwerp}") begint na {vervaldatum} geen partnerschap meer; wat loopt, gaat eronder door. Kijk of er een versie is die het overneemt, en of lopende partnerschappen over moeten.',
    'No partnership begins under rule pack {pakket} ("{onderwerp}") after {vervaldatum}; what runs under it goes on. See whether there is a version that takes over, and whether running partnerships must move.',
  ),
  late: words(
    'Regelpakket {pakket} is vervallen',
    'Rule pack {pakket} has ended',
    'Regelpakket {pakket} ("{onderwerp}") gold tot en met {vervaldatum}. Er begint geen partnerschap meer onder; wat liep, gaat door. Kijk of er een versie is die het overneemt, en of lopende partnerschappen over moeten.',
    'Rule pack {pakket} ("{onderwerp}") was in force until {vervaldatum}. No partnership begins under it any more; what ran goes on. See whether there is a version that takes over, and whether running partnerships must move.',
  ),
};

/** What is said of something that ends in a rule pack. */
export const PACK_WORDS: readonly (readonly [PackMoment['kind'], DatedWords])[] = [
  ['parameterLooptAf', parameter],
  ['bewijsLooptAf', proof],
  ['regelpakketVervalt', wholePack],
];
