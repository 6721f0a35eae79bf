import { type StepRecord } from '../model.js';
import { choice, date, euro, list, optional, people, text, yesNo } from '../shared/fields.js';
import { actions, coordination, decision, division, jobKinds, oneOrMore, targetGroup } from '../shared/terms.js';

/** What must be on record before steps 1, 2 and 5 to 7 can be left. */
export const records = {
  principebesluit: {
    key: 'principebesluit',
    fields: {
      ...decision,
      uitkomst: choice('Uitkomst', 'Outcome', ['genomen', 'afgewezen', 'uitgesteld']),
      doel: text('Doel', 'Goal'),
      doelgroep: targetGroup,
      draagvlak: people('Wie het initiatief dragen', 'Who support the initiative'),
      ...coordination,
    },
  },
  voorbereiding: {
    key: 'voorbereiding',
    fields: {
      datum: date('Datum van het gesprek', 'Date of the conversation'),
      deelnemers: people(
        'Deelnemers namens HR en inkoop (functies)',
        'Participants for HR and procurement (functions)',
      ),
      aanpak: text('Gedeelde aanpak', 'Shared approach'),
      afspraken: list(
        'Afspraken over planning en verantwoordelijkheden',
        'Agreements on planning and responsibilities',
      ),
    },
  },
  actieplan: {
    key: 'actieplan',
    fields: {
      doelEnBesluit: text('Doel en besluit', 'Goal and decision'),
      potentieleBanen: oneOrMore('Aantal mogelijke banen', 'Number of possible jobs'),
      soorten: jobKinds,
      leveranciersPerStapelbaan: optional(oneOrMore('Leveranciers per stapelbaan', 'Suppliers per stacked job')),
      beslissers: people('Beslissers (functies)', 'Deciders (functions)'),
      extraBudget: euro('Extra budget', 'Extra budget'),
      wezenlijkeWijziging: yesNo('Wezenlijke wijziging van het contract', 'Substantial modification of the contract'),
      acties: actions,
    },
  },
  rolverdeling: { key: 'rolverdeling', fields: division },
  borging: {
    key: 'borging',
    fields: {
      ambitieplan: text('Ambitieplan', 'Ambition plan'),
      eigenaren: people('Eigenaren (functies)', 'Owners (functions)'),
      inkoopbeleid: text('Plaats in het inkoopbeleid', 'Place in the procurement policy'),
    },
  },
} satisfies Readonly<Record<string, StepRecord>>;
