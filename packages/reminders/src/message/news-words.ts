import { words, type Words } from './words.js';

/** What is said before everything else when a date that was told moves. */
export const MOVED: Words = words(
  'Gewijzigd:',
  'Changed:',
  'Eerder kreeg u hierover een bericht dat niet meer klopt. Vanaf nu geldt {vervaldatum}. De bijlage zet die datum in uw agenda, in de plaats van wat daar stond.',
  'You were told of this before in a message that does not hold any more. From now on the date is {vervaldatum}. The attachment puts it into your calendar, in the place of what was there.',
);

/** All that is said when something that was told is not asked any more. A pack has no words of its own for it. */
export const CALLED_OFF: Words = words(
  'Vervallen: {onderwerp}, {partnerschap}',
  'Called off: {onderwerp}, {partnerschap}',
  'Eerder kreeg u bericht over: {onderwerp}, uiterlijk op {vervaldatum}. Dat wordt niet meer gevraagd; u hoeft er niets meer voor te doen. De geschiedenis van het partnerschap zegt waarom. Staat de datum in uw agenda, dan haalt de bijlage hem weg.',
  'You were told before of: {onderwerp}, by {vervaldatum}. That is not asked any more; there is nothing left for you to do. The history of the partnership says why. When the date is in your calendar, the attachment takes it out.',
);
