import { isPersonRole, rolesProblem, type PersonRole } from '@samenwerkt/access';
import { type DataProblem, type Text } from '@samenwerkt/engine';
import { DataInvalid } from '../errors.js';

/** Who is to be added, as somebody filled it in. */
export interface PersonFields {
  readonly name: string;
  readonly email: string;
  readonly language: string;
  readonly roles: readonly string[];
  /** Id of a supplier, with the role opdrachtnemer. */
  readonly supplier?: string | undefined;
}

const ADDRESS = /^[^\s<>()[\]"@,;:\\\p{Cc}]{1,64}@[^\s<>()[\]"@,;:\\\p{Cc}]{1,255}$/u;

/** One line of at most 200 characters. */
const NAME = /^[^\p{Cc}]{1,200}$/u;

/** @throws DataInvalid naming every field that is not right */
export function mustBePerson(fields: PersonFields): asserts fields is PersonFields & { language: 'nl' | 'en' } {
  const { name, email, language, roles, supplier } = fields;
  const wrong: (DataProblem | undefined)[] = [
    NAME.test(name.trim())
      ? undefined
      : problem('/name', 'required', {
          nl: 'geef een naam van hooguit 200 tekens.',
          en: 'give a name of 200 characters at most.',
        }),
    ADDRESS.test(email.trim())
      ? undefined
      : problem('/email', 'format', {
          nl: 'is geen mailadres; geef er één als naam@gemeente.nl.',
          en: 'is not a mail address; give one such as name@municipality.nl.',
        }),
    ['nl', 'en'].includes(language)
      ? undefined
      : problem('/language', 'enum', { nl: 'kies nl of en.', en: 'choose nl or en.' }),
    wrongRoles(roles, supplier !== undefined),
  ];
  const problems = wrong.filter((one) => one !== undefined);
  if (problems.length > 0) throw new DataInvalid(problems);
}

/** @throws DataInvalid when nobody can have exactly these */
export function mustBeRoles(roles: readonly string[], hasSupplier: boolean): asserts roles is PersonRole[] {
  const wrong = wrongRoles(roles, hasSupplier);
  if (wrong) throw new DataInvalid([wrong]);
}

function wrongRoles(roles: readonly string[], hasSupplier: boolean): DataProblem | undefined {
  const unknown = roles.find((role) => !isPersonRole(role));
  const message =
    unknown === undefined
      ? rolesProblem(roles.filter(isPersonRole), hasSupplier)
      : { nl: `de rol "${unknown}" bestaat niet.`, en: `the role "${unknown}" does not exist.` };
  return message && problem('/roles', 'roles', message);
}

function problem(path: string, code: string, message: Text): DataProblem {
  return { path, code, message };
}
