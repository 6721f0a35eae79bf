import { PACK_WORDS } from './pack-words.js';
import { words, type DatedWords } from './words.js';

const conversation: DatedWords = {
  ahead: words(
    'Voortgangsgesprek vóór of op {vervaldatum}: {partnerschap}',
    'Progress conversation on or before {vervaldatum}: {partnerschap}',
    'Voor dit partnerschap is een voortgangsgesprek met {opdrachtnemer} nodig, uiterlijk op {vervaldatum}. Plan het gesprek en leg daarna de uitkomst vast.',
    'This partnership needs a progress conversation with {opdrachtnemer}, by {vervaldatum} at the latest. Plan it, and record its outcome afterwards.',
  ),
  late: words(
    'Voortgangsgesprek nog niet vastgelegd: {partnerschap}',
    'Progress conversation not recorded yet: {partnerschap}',
    'Het voortgangsgesprek met {opdrachtnemer} had uiterlijk op {vervaldatum} moeten plaatsvinden. Er is geen gesprek vastgelegd. Is het geweest, leg het dan alsnog vast; zo niet, plan het dan zo snel mogelijk.',
    'The progress conversation with {opdrachtnemer} should have taken place by {vervaldatum}. No conversation is on record. If it was held, record it now; if not, plan it as soon as possible.',
  ),
};

const report: DatedWords = {
  ahead: words(
    'Rapportage verwacht vóór of op {vervaldatum}: {partnerschap}',
    'Report expected on or before {vervaldatum}: {partnerschap}',
    'De rapportage van {opdrachtnemer} wordt uiterlijk op {vervaldatum} verwacht. Leg de ontvangst vast zodra zij er is.',
    'The report of {opdrachtnemer} is expected by {vervaldatum} at the latest. Record it as soon as it has come in.',
  ),
  late: words(
    'Rapportage nog niet ontvangen: {partnerschap}',
    'Report not received yet: {partnerschap}',
    'De rapportage van {opdrachtnemer} had er uiterlijk op {vervaldatum} moeten zijn. De ontvangst is niet vastgelegd. Vraag haar op, of leg de ontvangst alsnog vast.',
    'The report of {opdrachtnemer} should have come in by {vervaldatum}. It is not on record. Ask for it, or record that it came in.',
  ),
};

const yearlyStatement: DatedWords = {
  ahead: words(
    'Jaaropgave verwacht vóór of op {vervaldatum}: {partnerschap}',
    'Yearly statement expected on or before {vervaldatum}: {partnerschap}',
    'De jaaropgave van verloonde uren van {opdrachtnemer} wordt uiterlijk op {vervaldatum} verwacht. Leg de ontvangst vast zodra zij er is.',
    'The yearly statement of paid hours of {opdrachtnemer} is expected by {vervaldatum} at the latest. Record it as soon as it has come in.',
  ),
  late: words(
    'Jaaropgave nog niet ontvangen: {partnerschap}',
    'Yearly statement not received yet: {partnerschap}',
    'De jaaropgave van verloonde uren van {opdrachtnemer} had er uiterlijk op {vervaldatum} moeten zijn. De ontvangst is niet vastgelegd. Vraag haar op, of leg de ontvangst alsnog vast.',
    'The yearly statement of paid hours of {opdrachtnemer} should have come in by {vervaldatum}. It is not on record. Ask for it, or record that it came in.',
  ),
};

const planOfAction: DatedWords = {
  ahead: words(
    'Plan van aanpak vóór of op {vervaldatum}: {partnerschap}',
    'Plan of action on or before {vervaldatum}: {partnerschap}',
    'Het plan van aanpak van {opdrachtnemer} wordt uiterlijk op {vervaldatum} verwacht. Na goedkeuring hoort het bij het contract.',
    'The plan of action of {opdrachtnemer} is expected by {vervaldatum} at the latest. Once approved it is part of the contract.',
  ),
  late: words(
    'Plan van aanpak nog niet vastgelegd: {partnerschap}',
    'Plan of action not recorded yet: {partnerschap}',
    'Het plan van aanpak van {opdrachtnemer} had er uiterlijk op {vervaldatum} moeten zijn. Het is niet vastgelegd. Vraag het op, of leg het alsnog vast.',
    'The plan of action of {opdrachtnemer} should have been there by {vervaldatum}. It is not on record. Ask for it, or record it now.',
  ),
};

const yearlyReview: DatedWords = {
  ahead: words(
    'Jaarbespreking vóór of op {vervaldatum}: {partnerschap}',
    'Yearly review on or before {vervaldatum}: {partnerschap}',
    'De uitvoering wordt elk jaar met {opdrachtnemer} besproken, dit keer uiterlijk op {vervaldatum}. Plan de bespreking en leg daarna de uitkomst vast.',
    'The performance is reviewed with {opdrachtnemer} every year, this time by {vervaldatum} at the latest. Plan the review, and record its outcome afterwards.',
  ),
  late: words(
    'Jaarbespreking nog niet vastgelegd: {partnerschap}',
    'Yearly review not recorded yet: {partnerschap}',
    'De jaarbespreking met {opdrachtnemer} had uiterlijk op {vervaldatum} moeten plaatsvinden. Er is geen bespreking vastgelegd. Is zij geweest, leg haar dan alsnog vast; zo niet, plan haar dan zo snel mogelijk.',
    'The yearly review with {opdrachtnemer} should have taken place by {vervaldatum}. No review is on record. If it was held, record it now; if not, plan it as soon as possible.',
  ),
};

const endOfContract: DatedWords = {
  ahead: words(
    'Contract nadert zijn einde, besluit vóór of op {vervaldatum}: {partnerschap}',
    'Contract nears its end, decide on or before {vervaldatum}: {partnerschap}',
    'Contract {contract} nadert zijn einde. Beslis uiterlijk op {vervaldatum} of het wordt verlengd en hoe social return in een volgende aanbesteding terugkomt.',
    'Contract {contract} nears its end. Decide by {vervaldatum} whether it is extended and how social return returns in a next tender.',
  ),
  late: words(
    'Nog geen besluit over het einde van het contract: {partnerschap}',
    'No decision yet on the end of the contract: {partnerschap}',
    'Over verlenging of een volgende aanbesteding van contract {contract} had uiterlijk op {vervaldatum} een besluit moeten vallen. Er is niets vastgelegd. Neem het besluit, of leg het alsnog vast.',
    'A decision on extending contract {contract}, or on a next tender, should have been made by {vervaldatum}. Nothing is on record. Decide, or record the decision now.',
  ),
};

const standstill: DatedWords = {
  ahead: words(
    'Partnerschap dreigt stil te vallen: {partnerschap}',
    'Partnership is about to stand still: {partnerschap}',
    'Wordt er vóór of op {vervaldatum} geen stap vastgelegd, dan staat dit partnerschap langer stil dan afgesproken. Kijk wat de volgende stap is en wat die tegenhoudt.',
    'If no step is recorded on or before {vervaldatum}, this partnership stands still for longer than agreed. See what the next step is and what holds it back.',
  ),
  late: words(
    'Partnerschap staat stil: {partnerschap}',
    'Partnership stands still: {partnerschap}',
    'Dit partnerschap staat langer stil dan afgesproken: uiterlijk op {vervaldatum} had er een volgende stap moeten zijn. Kijk wat die tegenhoudt, of schort het partnerschap op met de reden.',
    'This partnership has stood still for longer than agreed: there should have been a next step by {vervaldatum}. See what holds it back, or suspend the partnership and give the reason.',
  ),
};

const withoutBackup: DatedWords = {
  ahead: words(
    'Back-up nodig vóór of op {vervaldatum}: {partnerschap}',
    'Back-up needed on or before {vervaldatum}: {partnerschap}',
    'Dit partnerschap heeft een coördinator maar geen back-up. Wijs er uiterlijk op {vervaldatum} een aan, zodat het werk doorgaat als de coördinator uitvalt.',
    'This partnership has a coordinator but no back-up. Appoint one by {vervaldatum}, so that the work goes on when the coordinator drops out.',
  ),
  late: words(
    'Nog steeds geen back-up: {partnerschap}',
    'Still no back-up: {partnerschap}',
    'Uiterlijk op {vervaldatum} had er een back-up van de coördinator moeten zijn. Er is er geen vastgelegd. Wijs iemand aan.',
    'There should have been a back-up for the coordinator by {vervaldatum}. None is on record. Appoint somebody.',
  ),
};

/** What must happen by a date, by the id of the cadence entry as the shipped rule packs name it. */
export const REMINDERS: ReadonlyMap<string, DatedWords> = new Map([
  ['gesprek', conversation],
  ['rapportage', report],
  ['jaaropgave', yearlyStatement],
  ['planVanAanpak', planOfAction],
  ['jaarbespreking', yearlyReview],
  ['contracteinde', endOfContract],
  ['verlenging', endOfContract],
  ['stilstand', standstill],
  ['zonderBackup', withoutBackup],
  ...PACK_WORDS,
]);

/** For a kind that an organisation's own pack brings: its title says what it is about. */
export const OTHER_REMINDER: DatedWords = {
  ahead: words(
    '{onderwerp} vóór of op {vervaldatum}: {partnerschap}',
    '{onderwerp} on or before {vervaldatum}: {partnerschap}',
    'Voor dit partnerschap staat gepland: {onderwerp}, uiterlijk op {vervaldatum}. Leg vast wanneer het is gebeurd.',
    'Planned for this partnership: {onderwerp}, by {vervaldatum} at the latest. Record it when it has happened.',
  ),
  late: words(
    '{onderwerp} nog niet vastgelegd: {partnerschap}',
    '{onderwerp} not recorded yet: {partnerschap}',
    'Voor dit partnerschap stond gepland: {onderwerp}, uiterlijk op {vervaldatum}. Het is niet vastgelegd. Is het gebeurd, leg het dan alsnog vast; zo niet, doe het dan zo snel mogelijk.',
    'Planned for this partnership: {onderwerp}, by {vervaldatum} at the latest. It is not on record. If it has happened, record it now; if not, do it as soon as possible.',
  ),
};
