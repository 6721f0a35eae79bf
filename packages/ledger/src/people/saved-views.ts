import { type DataProblem } from '@samenwerkt/engine';
import { v7 as uuid } from 'uuid';
import { type Clock } from '../clock.js';
import { type Database } from '../database/database.js';
import { all, change, first, sql, type Work } from '../database/work.js';
import { DataInvalid, NotFound } from '../errors.js';
import { TooManyViews } from './errors.js';

/** Screens of which views can be kept. */
export const VIEWED_SCREENS = ['werkvoorraad', 'partnerschappen'] as const;

/** A screen and how it was narrowed, under a name of one's own. */
interface SavedView {
  readonly id: string;
  readonly screen: string;
  readonly name: string;
  /** The part of the address that narrows the screen: `?fase=monitoring`; empty for all of it. */
  readonly search: string;
  readonly createdAt: string;
}

/** Most views that one person keeps. */
const MOST = 50;
const LONGEST_NAME = 80;
const LONGEST_SEARCH = 1000;

const VIEW = { nl: 'weergave', en: 'view' };

const TAKEN: DataProblem = {
  path: '/name',
  code: 'taken',
  message: {
    nl: 'er is al een weergave die zo heet; kies een andere naam.',
    en: 'there is a view of that name already; choose another name.',
  },
};

const LIST = sql<SavedView>(
  `SELECT id, screen, name, search, created_at AS "createdAt" FROM saved_view WHERE person_id = @person ORDER BY id`,
);
const NAMED = sql<{ id: string }>(
  'SELECT id FROM saved_view WHERE person_id = @person AND screen = @screen AND name = @name',
);
const ONE = sql<SavedView>(
  `SELECT id, screen, name, search, created_at AS "createdAt" FROM saved_view WHERE id = @id AND person_id = @person`,
);
const COUNT = sql<{ n: number }>('SELECT CAST(count(*) AS INTEGER) AS n FROM saved_view WHERE person_id = @person');
const ADD = sql(
  `INSERT INTO saved_view (id, person_id, screen, name, search, created_at)
   VALUES (@id, @person, @screen, @name, @search, @createdAt)`,
);
const CHANGE = sql('UPDATE saved_view SET name = @name, search = @search WHERE id = @id AND person_id = @person');
const REMOVE = sql('DELETE FROM saved_view WHERE id = @id AND person_id = @person');

type Fields = Pick<SavedView, 'screen' | 'name' | 'search'>;

/** Views of lists that people keep for themselves; nobody else sees them, and they go with the account. */
export class SavedViews {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Those of a person, oldest first. */
  list(person: string): Promise<SavedView[]> {
    return this.database.read(() => all(LIST, { person }));
  }

  /** Keeps one. @throws DataInvalid, also when the name is taken on that screen; TooManyViews */
  async add(person: string, fields: Fields): Promise<SavedView> {
    const view = { id: uuid(), ...checked(fields), createdAt: this.clock() };
    await this.database.write(function* () {
      yield* mustBeFree(person, view);
      if (((yield* first(COUNT, { person }))?.n ?? 0) >= MOST) throw new TooManyViews(MOST);
      yield* change(ADD, { ...view, person });
    });
    return view;
  }

  /** Gives one another name, or has it show something else. @throws NotFound when it is not theirs, DataInvalid */
  async change(person: string, id: string, fields: Omit<Fields, 'screen'>): Promise<SavedView> {
    return this.database.write(function* () {
      const known = yield* first(ONE, { person, id });
      if (!known) throw new NotFound(VIEW, id);
      const view = { ...known, ...checked({ ...fields, screen: known.screen }) };
      yield* mustBeFree(person, view);
      yield* change(CHANGE, { ...view, person });
      return view;
    });
  }

  /** @throws NotFound when it is not theirs */
  async remove(person: string, id: string): Promise<void> {
    await this.database.write(function* () {
      if ((yield* change(REMOVE, { person, id })) === 0) throw new NotFound(VIEW, id);
    });
  }
}

function* mustBeFree(person: string, { id, screen, name }: SavedView): Work<void> {
  const same = yield* first(NAMED, { person, screen, name });
  if (same && same.id !== id) throw new DataInvalid([TAKEN]);
}

function checked({ screen, name: given, search }: Fields): Fields {
  const name = given.trim();
  const problems: DataProblem[] = [];
  const add = (path: string, code: string, nl: string, en: string) =>
    problems.push({ path, code, message: { nl, en } });
  const screens: readonly string[] = VIEWED_SCREENS;
  if (!screens.includes(screen))
    add('/screen', 'enum', `kies uit: ${screens.join(', ')}.`, `choose from: ${screens.join(', ')}.`);
  if (!/^[^\p{Cc}]+$/u.test(name) || name.length > LONGEST_NAME)
    add(
      '/name',
      'required',
      `geef een naam van hooguit ${LONGEST_NAME} tekens.`,
      `give a name of ${LONGEST_NAME} characters at most.`,
    );
  if (!/^(\?\S*)?$/.test(search) || search.length > LONGEST_SEARCH)
    add(
      '/search',
      'pattern',
      `geef het deel van het adres vanaf het vraagteken, hooguit ${LONGEST_SEARCH} tekens.`,
      `give the part of the address from the question mark on, ${LONGEST_SEARCH} characters at most.`,
    );
  if (problems.length > 0) throw new DataInvalid(problems);
  return { screen, name, search };
}
