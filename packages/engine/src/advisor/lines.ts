import { type Text } from '@samenwerkt/lifecycle';
import { type Contribution, money, type Pack, valuate } from '@samenwerkt/rule-pack';
import { centsOf, euroOf } from '../cents.js';
import { amountOf } from '../what-if/contributions.js';
import { type Mix } from './mix.js';
import { type Combination, type ProposalLine } from './model.js';

/** Explains a mix: every line valued anew by the pack, and what it takes in all. */
export function combinationOf(pack: Pack, mix: Mix, date: string): Combination {
  const lines = [
    ...mix.groups.map(({ place, count }) => lineOf(pack, place.contribution, count, date)),
    ...mix.fillings.map(({ contribution }) => lineOf(pack, contribution, 1, date)),
  ];
  const total = lines.reduce((sum, { amount }) => sum + centsOf(amount), 0n);
  const sumOf = (of: (line: ProposalLine) => number): number => lines.reduce((sum, line) => sum + of(line), 0);
  const spent = lines.reduce((sum, { contribution }) => sum + centsOf(contribution.bedrag ?? '0'), 0n);
  return {
    lines,
    total: euroOf(total),
    people: mix.groups.reduce((sum, { count }) => sum + count, 0),
    hoursPerWeek: sumOf(({ contribution, count }) => Number(contribution.urenPerWeek ?? 0) * count),
    months: Math.max(0, ...lines.map(({ contribution }) => Number(contribution.maanden ?? 0))),
    purchases: euroOf(spent),
    supportHours: sumOf(({ contribution }) => Number(contribution.uren ?? 0)),
  };
}

function lineOf(pack: Pack, contribution: Contribution, count: number, date: string): ProposalLine {
  const figure = valuate(pack, contribution, { date });
  const each = amountOf(figure) ?? 0n;
  const amount = euroOf(each * BigInt(count));
  return {
    count,
    contribution,
    figure,
    amount,
    text: wordsFor(figure.title, contribution, count, euroOf(each), amount),
  };
}

function wordsFor(title: Text, contribution: Contribution, count: number, each: string, all: string): Text {
  const sum = money(all);
  const { uren, bedrag } = contribution;
  if (bedrag !== undefined)
    return { nl: `${title.nl}: voor ${sum.nl} zonder btw`, en: `${title.en}: for ${sum.en} excl. btw` };
  if (uren !== undefined)
    return { nl: `${title.nl}: ${uren} uur in totaal, ${sum.nl}`, en: `${title.en}: ${uren} hours in all, ${sum.en}` };
  const one = money(each);
  const [nl, en] = [placeWords(contribution, DUTCH), placeWords(contribution, ENGLISH)];
  return {
    nl: `${count} × ${title.nl}: ${nl}; ${count === 1 ? one.nl : `${one.nl} per plaats, samen ${sum.nl}`}`,
    en: `${count} × ${title.en}: ${en}; ${count === 1 ? one.en : `${one.en} a place, together ${sum.en}`}`,
  };
}

interface Words {
  hours(n: string): string;
  months(n: string): string;
  age(n: number): string;
  level(n: number): string;
  readonly permanent: string;
  readonly statusHolder: string;
  readonly language: string;
}

const DUTCH: Words = {
  hours: (n) => `${n} uur per week`,
  months: (n) => `${n} ${n === '1' ? 'maand' : 'maanden'}`,
  age: (n) => `${n} jaar oud`,
  level: (n) => `niveau ${n}`,
  permanent: 'vast contract',
  statusHolder: 'statushouder',
  language: 'taalachterstand',
};

const ENGLISH: Words = {
  hours: (n) => `${n} hours a week`,
  months: (n) => `${n} ${n === '1' ? 'month' : 'months'}`,
  age: (n) => `${n} years old`,
  level: (n) => `level ${n}`,
  permanent: 'permanent contract',
  statusHolder: 'status holder',
  language: 'language delay',
};

function placeWords(contribution: Contribution, words: Words): string {
  const {
    urenPerWeek,
    maanden,
    vastContract,
    leeftijd,
    niveau,
    statushouder,
    taalachterstand,
    kenmerken = [],
  } = contribution;
  return [
    ...(urenPerWeek === undefined ? [] : [words.hours(String(urenPerWeek))]),
    ...(maanden === undefined ? [] : [words.months(String(maanden))]),
    ...(vastContract === true ? [words.permanent] : []),
    ...(leeftijd === undefined ? [] : [words.age(leeftijd)]),
    ...(niveau === undefined ? [] : [words.level(niveau)]),
    ...(statushouder === true ? [words.statusHolder] : []),
    ...(taalachterstand === true ? [words.language] : []),
    ...kenmerken,
  ].join(', ');
}
