import { type DataProblem } from '@samenwerkt/engine';
import { v7 as uuid } from 'uuid';
import { type Clock } from './clock.js';
import { type Database } from './database/database.js';
import { all, change, first, sql } from './database/work.js';
import { AlreadyExists, DataInvalid, NotFound } from './errors.js';
import { type AccountTools } from './people/erase-account.js';
import { invited } from './people/people.js';
import { type Person } from './people/person.js';
import { mustBePerson, type PersonFields } from './people/person-checks.js';
import { type ByWhom } from './people/person-rights.js';

/** A public body that uses this installation. */
export interface Organisation {
  readonly id: string;
  readonly name: string;
  readonly createdAt: string;
}

const WHAT = { nl: 'organisatie', en: 'organisation' };

const LIST = sql<Organisation>('SELECT id, name, created_at AS "createdAt" FROM organisation ORDER BY id');
const ONE = sql<Organisation>('SELECT id, name, created_at AS "createdAt" FROM organisation WHERE id = @id');
const NAMED = sql<object>('SELECT 1 FROM organisation WHERE name = @name');
const ADD = sql('INSERT INTO organisation (id, name, created_at) VALUES (@id, @name, @createdAt)');

/** The organisations of this installation. Nobody sees another's content; only whoever looks after the installation sees their names. */
export class Organisations {
  constructor(
    private readonly database: Database,
    private readonly tools: AccountTools,
    private readonly clock: Clock,
  ) {}

  /** All of them, oldest first. */
  list(): Promise<Organisation[]> {
    return this.database.read(() => all(LIST));
  }

  /** @throws NotFound */
  async get(id: string): Promise<Organisation> {
    const found = await this.database.read(() => first(ONE, { id }));
    if (!found) throw new NotFound(WHAT, id);
    return found;
  }

  /** Adds one, with somebody who can let others in; both or neither. @throws DataInvalid, AlreadyExists */
  async add(
    name: string,
    administrator: Omit<PersonFields, 'roles' | 'supplier'>,
    by: ByWhom,
  ): Promise<{ organisation: Organisation; administrator: Person }> {
    if (!/^[^\p{Cc}]{1,200}$/u.test(name.trim())) throw new DataInvalid([NAME]);
    const person = { ...administrator, roles: ['beheerder'] };
    mustBePerson(person);
    const organisation = { id: uuid(), name: name.trim(), createdAt: this.clock() };
    const { tools } = this;
    return this.database.write(function* () {
      if (yield* first(NAMED, { name: organisation.name })) throw new AlreadyExists(WHAT, organisation.name);
      yield* change(ADD, organisation);
      const given = { by, at: organisation.createdAt };
      const { id } = organisation;
      const line = { organisation: id, actor: by.id, subject: { kind: 'organisation', id } };
      yield* tools.audit.record({ ...line, action: 'organisation.added' });
      return { organisation, administrator: yield* invited(tools, id, person, given) };
    });
  }
}

const NAME: DataProblem = {
  path: '/name',
  code: 'required',
  message: { nl: 'geef een naam van hooguit 200 tekens.', en: 'give a name of 200 characters at most.' },
};
