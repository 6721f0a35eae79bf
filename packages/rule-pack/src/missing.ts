import { type Parameter, type Text } from './model.js';

const PARAMETER = 'parameter.';

/**
 * What is missing, in words: a parameter by its title, a fact by its name and where it stands.
 * @param missing paths as rules and figures give them: `parameter.percentage`, `contract.einde`, `dossier.gunning.loonwaarde`
 */
export function inWords(missing: readonly string[], parameters: ReadonlyMap<string, Parameter>): Text {
  const texts = missing.map((path) => named(path, parameters));
  return { nl: texts.map(({ nl }) => nl).join(', '), en: texts.map(({ en }) => en).join(', ') };
}

function named(path: string, parameters: ReadonlyMap<string, Parameter>): Text {
  if (path.startsWith(PARAMETER)) {
    const { nl, en } = parameters.get(path.slice(PARAMETER.length))?.title ?? { nl: path, en: path };
    return { nl: `'${nl}'`, en: `'${en}'` };
  }
  const [root, ...below] = path.split('.');
  const field = `'${words(below.at(-1) ?? path)}'`;
  if (root === 'contract') return { nl: `${field} van het contract`, en: `${field} of the contract` };
  const record = words(below[0] ?? '');
  if (root === 'dossier' && below.length > 1)
    return { nl: `${field} bij '${record}' in het dossier`, en: `${field} under '${record}' in the dossier` };
  return { nl: field, en: field };
}

/** `verloondeUren` → `verloonde uren`. */
function words(name: string): string {
  return name.replace(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`);
}
