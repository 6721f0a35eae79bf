import { loadPolicy, type Policy } from '@samenwerkt/engine';
import { type Ledger } from '@samenwerkt/ledger';
import { RequestError } from '../http/errors.js';
import { type NewRegressionDto } from './regression.dto.js';

/**
 * The pack that somebody wants to try. Its files are strangers' input: their size is bounded by the body of the request
 * and by the loader, which refuses whatever does not belong in a pack.
 * @throws PackInvalid with every problem, NotFound for a version that is not there, RequestError
 */
export async function candidateOf(
  { shelf }: Ledger,
  organisation: string,
  name: string,
  { candidate, version }: NewRegressionDto,
): Promise<Policy> {
  if (candidate && version === undefined) return loadPolicy(await shelf.whole(organisation, filesOf(candidate.files)));
  if (!candidate && version !== undefined) return shelf.version(organisation, name, version);
  throw new RequestError('candidate-unclear', 400, {
    nl: 'Geef of candidate met files, of version; niet beide.',
    en: 'Give either candidate with files, or version; not both.',
  });
}

function filesOf(files: Readonly<Record<string, unknown>>): Map<string, string> {
  const entries = Object.entries(files);
  const faulty = entries.filter(([, text]) => typeof text !== 'string');
  if (faulty.length === 0) return new Map(entries as [string, string][]);
  throw new RequestError(
    'request-invalid',
    400,
    {
      nl: 'Het verzoek klopt niet; verbeter de genoemde velden.',
      en: 'The request is not right; mend the fields named.',
    },
    faulty.map(([path]) => ({
      path: `/candidate/files/${path.replaceAll('~', '~0').replaceAll('/', '~1')}`,
      code: 'isString',
      message: { nl: 'moet de tekst van het bestand zijn', en: 'must be the text of the file' },
    })),
  );
}
