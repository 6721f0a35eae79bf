import { type ChartNode } from '../model.js';
import { STAY, suspendable } from '../shared/chart.js';

const TENDER = 'verkenning.aanbesteding';
const EXISTING = 'verkenning.bestaandeOvereenkomst';

/** Steps of each route in which it is still running. */
const TENDER_STEPS = ['inventarisatie', 'inkoopstrategie', 'toepassing', 'uitvraag', 'gunning'].map(
  (key) => `${TENDER}.${key}`,
);
const EXISTING_STEPS = ['keuze', 'gesprekken'].map((key) => `${EXISTING}.${key}`);

/** Step 1: from decision in principle to the choice of route. */
const preparation: Readonly<Record<string, ChartNode>> = {
  principebesluit: {
    id: 'principebesluit',
    on: {
      principebesluitNemen: { target: 'werkgroep' },
      principebesluitAfwijzen: { target: 'afgewezen' },
      principebesluitUitstellen: STAY,
    },
  },
  werkgroep: { id: 'werkgroep', on: { werkgroepInstellen: { target: 'doelstellingen' } } },
  doelstellingen: { id: 'doelstellingen', on: { doelstellingenVaststellen: { target: 'actieplan' } } },
  actieplan: { id: 'actieplan', on: { actieplanVaststellen: { target: 'draagvlak' } } },
  draagvlak: {
    id: 'draagvlak',
    on: {
      routeKiezen: [
        {
          when: { field: 'route', equals: 'aanbesteding' },
          target: [`${TENDER}.inventarisatie`, `${EXISTING}.nietGekozen`],
        },
        {
          when: { field: 'route', equals: 'bestaandeOvereenkomst' },
          target: [`${TENDER}.nietGekozen`, `${EXISTING}.keuze`],
        },
        { when: { field: 'route', equals: 'beide' }, target: [`${TENDER}.inventarisatie`, `${EXISTING}.keuze`] },
      ],
    },
  },
};

/** One route: not chosen, running, or ended in one of its own ways. A running route can be dropped for the other. */
function route(
  name: string,
  id: string,
  others: readonly string[],
  running: Readonly<Record<string, ChartNode>>,
  ends: readonly string[],
): ChartNode {
  const end = (key: string): [string, ChartNode] => [key, { id: `${id}.${key}`, type: 'final' }];
  const dropped = { all: [{ field: 'route', equals: name }, { active: others }] };
  return {
    initial: 'nietGekozen',
    states: {
      bezig: {
        initial: Object.keys(running)[0] ?? '',
        states: running,
        on: { routeStaken: { when: dropped, target: `${id}.gestaakt` } },
      },
      ...Object.fromEntries(['nietGekozen', ...ends, 'gestaakt'].map(end)),
    },
  };
}

const tender = route(
  'aanbesteding',
  TENDER,
  EXISTING_STEPS,
  {
    inventarisatie: {
      id: `${TENDER}.inventarisatie`,
      on: { inventarisatieAfronden: { target: `${TENDER}.inkoopstrategie` } },
    },
    inkoopstrategie: {
      id: `${TENDER}.inkoopstrategie`,
      on: { inkoopstrategieKiezen: { target: `${TENDER}.toepassing` } },
    },
    toepassing: { id: `${TENDER}.toepassing`, on: { toepassingBepalen: { target: `${TENDER}.uitvraag` } } },
    uitvraag: { id: `${TENDER}.uitvraag`, on: { uitvraagPubliceren: { target: `${TENDER}.gunning` } } },
    gunning: {
      id: `${TENDER}.gunning`,
      on: {
        gunnen: { target: `${TENDER}.gegund` },
        nietGunnen: [
          { when: { field: 'vervolg', equals: 'opnieuwUitvragen' }, target: `${TENDER}.toepassing` },
          { when: { field: 'vervolg', equals: 'stoppen' }, target: `${TENDER}.nietGegund` },
        ],
      },
    },
  },
  ['gegund', 'nietGegund'],
);

const existing = route(
  'bestaandeOvereenkomst',
  EXISTING,
  TENDER_STEPS,
  {
    keuze: { id: `${EXISTING}.keuze`, on: { opdrachtnemerKiezen: { target: `${EXISTING}.gesprekken` } } },
    gesprekken: {
      id: `${EXISTING}.gesprekken`,
      on: {
        bereidheidVastleggen: { target: `${EXISTING}.bereid` },
        afscheidNemen: { target: `${EXISTING}.afscheidGenomen` },
      },
    },
  },
  ['bereid', 'afscheidGenomen'],
);

/** Step 3: the jobs. */
const realisation: ChartNode = {
  initial: 'potentieleBanen',
  states: {
    potentieleBanen: {
      id: 'realisatie.potentieleBanen',
      on: { banenInKaartBrengen: { target: 'realisatie.besluitvorming' } },
    },
    besluitvorming: {
      id: 'realisatie.besluitvorming',
      on: { besluitVastleggen: { target: 'realisatie.rolverdeling' } },
    },
    rolverdeling: { id: 'realisatie.rolverdeling', on: { eersteBaanRealiseren: { target: 'monitoring' } } },
  },
};

/** One part of step 5: open until done, and open to renewal afterwards. */
function anchoring(key: string, event: string): ChartNode {
  return {
    initial: 'open',
    states: {
      open: { id: `borging.${key}.open`, on: { [event]: { target: `borging.${key}.gereed` } } },
      gereed: { id: `borging.${key}.gereed`, on: { [event]: STAY } },
    },
  };
}

/** Steps 4 and 5, beside each other for the rest of the contract. */
const progress: ChartNode = {
  type: 'parallel',
  states: {
    monitoring: {
      id: 'monitoring',
      on: {
        gesprekVastleggen: STAY,
        rapportageOntvangen: STAY,
        jaaropgaveOntvangen: STAY,
        evaluatieVastleggen: STAY,
        contractWijzigen: STAY,
        contractVerlengen: STAY,
        afronden: { target: 'afgerond' },
      },
    },
    borging: {
      type: 'parallel',
      states: {
        beleid: anchoring('beleid', 'beleidVaststellen'),
        specialist: anchoring('specialist', 'specialistAanstellen'),
        bestuur: anchoring('bestuur', 'bestuurBetrekken'),
        resultaten: anchoring('resultaten', 'resultatenDelen'),
      },
    },
  },
};

/** Which state follows which in the handreiking of 2020. */
export const chart: ChartNode = suspendable(
  'principebesluit',
  {
    ...preparation,
    verkenning: {
      type: 'parallel',
      states: { aanbesteding: tender, bestaandeOvereenkomst: existing },
      onDone: [
        { when: { active: [`${TENDER}.gegund`, `${EXISTING}.bereid`] }, target: 'realisatie.potentieleBanen' },
        { when: { active: [`${EXISTING}.afscheidGenomen`] }, target: 'afscheid' },
        { when: { active: [`${TENDER}.nietGegund`] }, target: 'nietGegund' },
      ],
    },
    realisatie: realisation,
    voortgang: progress,
  },
  ['afgewezen', 'afscheid', 'nietGegund', 'afgerond'],
);
