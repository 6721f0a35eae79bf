import { LOCAL_ACTOR, type PrivacyChange, type PrivacyChoices } from '@samenwerkt/ledger';
import { type Command } from 'commander';
import { at, type Language } from '../../workplace.js';
import { wholeNumber } from '../whole-number.js';
import { privacyGroup } from './group.js';

interface Options {
  readonly eraseAfter?: string;
  readonly groupMinimum?: string;
  readonly reason: string;
}

/** `samenwerkt privacy show`: what the organisation chose. */
export function privacyShow(program: Command): void {
  privacyGroup(program)
    .command('show')
    .description('de bewaartermijn en het minimum die uw organisatie koos')
    .action((_options: object, command: Command) =>
      at(command, async ({ ledger, organisation, language }) => {
        console.log(choiceLines(await ledger.privacySettings.get(organisation), language).join('\n'));
      }),
    );
}

/** `samenwerkt privacy set`: chooses how long names are kept, and from how many people figures are shown. */
export function privacySet(program: Command): void {
  privacyGroup(program)
    .command('set')
    .description(
      'kies de bewaartermijn of het minimum; bekijk eerst wat een termijn wist met privacy retention --months',
    )
    .option('--erase-after <maanden>', 'maanden na het einde van het laatste partnerschap, of "never"')
    .option('--group-minimum <aantal>', 'het kleinste aantal mensen waarvan een cijfer wordt getoond')
    .requiredOption('--reason <tekst>', 'waarom; komt in het logboek')
    .action((options: Options, command: Command) =>
      at(command, async ({ ledger, organisation, language }) => {
        const change = { ...asked(options), reason: options.reason, actorId: LOCAL_ACTOR };
        console.log(choiceLines(await ledger.privacySettings.change(organisation, change), language).join('\n'));
      }),
    );
}

function asked({ eraseAfter, groupMinimum }: Options): Omit<PrivacyChange, 'reason' | 'actorId'> {
  return {
    ...(eraseAfter !== undefined && {
      eraseAfterMonths: eraseAfter === 'never' ? null : wholeNumber('--erase-after', eraseAfter),
    }),
    ...(groupMinimum !== undefined && { groupMinimum: wholeNumber('--group-minimum', groupMinimum) }),
  };
}

function choiceLines({ eraseAfterMonths: months, groupMinimum }: PrivacyChoices, language: Language): string[] {
  const term = {
    nl: months === null ? 'geen; niemand wordt vanzelf gewist' : `${months} maanden na het laatste partnerschap`,
    en: months === null ? 'none; nobody is erased of their own accord' : `${months} months after the last partnership`,
  };
  return language === 'nl'
    ? [`bewaartermijn van namen: ${term.nl}`, `cijfers over mensen vanaf: ${groupMinimum}`]
    : [`names are kept: ${term.en}`, `figures about people from: ${groupMinimum}`];
}
