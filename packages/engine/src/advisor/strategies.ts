import { type Text } from '@samenwerkt/lifecycle';
import { fewestPeople, leastMeans, leastOver, type Mix, oneOfEach, type World } from './mix.js';
import { NO_MEANS } from './means.js';
import { type ProposalKind } from './model.js';
import { type Place } from './places.js';

/** A way to come to a combination that differs from the others. */
export interface Strategy {
  readonly kind: ProposalKind;
  readonly title: Text;
  /** @param first what the first strategy found: the others are alternatives to it */
  find(world: World, open: bigint, first: Mix): Mix | undefined;
}

/** What is looked for, in order of preference. The first is the best; it is found whenever anything is. */
export const FIRST: Strategy = {
  kind: 'work',
  title: {
    nl: 'Zoveel mogelijk met werk, met zo weinig mogelijk mensen',
    en: 'As much as possible with work, with as few people as possible',
  },
  find: (world, open) => leastMeans(world, open),
};

export const ALTERNATIVES: readonly Strategy[] = [
  {
    kind: 'fewestPeople',
    title: {
      nl: 'Met inkoop of ondersteuning erbij, en zo weinig mogelijk nieuwe mensen',
      en: 'With buying or support beside it, and as few new people as possible',
    },
    find: (world, open) => fewestPeople(world, open),
  },
  {
    kind: 'otherGroups',
    title: { nl: 'Met een andere doelgroep', en: 'With another target group' },
    find(world, open, first) {
      const used = new Set(first.groups.map(({ place }) => place.contribution.block));
      if (used.size === 0) return undefined;
      return leastMeans(
        only(world, ({ contribution }) => !used.has(contribution.block)),
        open,
      );
    },
  },
  {
    kind: 'spread',
    title: { nl: 'Verspreid over verschillende doelgroepen', en: 'Spread over different target groups' },
    find: (world, open) => oneOfEach(world, open),
  },
  {
    kind: 'shortest',
    title: { nl: 'Zo kort mogelijk', en: 'As short as possible' },
    find: shortest,
  },
  {
    kind: 'notPermanent',
    title: { nl: 'Zonder vast contract', en: 'Without a permanent contract' },
    find: (world, open) =>
      leastMeans(
        only(world, ({ contribution }) => contribution.vastContract !== true),
        open,
      ),
  },
  {
    kind: 'exact',
    title: { nl: 'Zo precies mogelijk', en: 'As exact as possible' },
    find: (world, open) => leastOver(world, open),
  },
];

/** The fewest months in which it can be done, with as many people as that takes; means only when the first cannot do without. */
function shortest(world: World, open: bigint, first: Mix): Mix | undefined {
  const within = first.fillings.length > 0 ? world : { ...world, means: NO_MEANS };
  const months = [...new Set(world.places.map((place) => place.months))].sort((a, b) => a - b);
  for (const most of months) {
    const found = leastMeans(
      only(within, (place) => place.months <= most),
      open,
    );
    if (found) return found;
  }
  return undefined;
}

function only(world: World, keep: (place: Place) => boolean): World {
  return { ...world, places: world.places.filter(keep) };
}
