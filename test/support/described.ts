import { expect } from '@jest/globals';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { get, type Answer } from './client.js';
import { type RunningHost } from './host.js';

/** Expects an answer to be as the description of the API says. @param path as the description has it, with braces */
export type MustFit = (answer: Answer, path: string, method?: string) => void;

/** Reads the description that a host gives of itself. */
export async function fitsDescription(host: RunningHost): Promise<MustFit> {
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
  const document = (await get(host, '/openapi.json')).body as unknown as Record<string, unknown>;
  ajv.addSchema(document, 'openapi');
  return (answer, path, method = 'get') => {
    const validate = described(path, method, answer.status);
    validate(answer.body);
    expect(validate.errors ?? []).toEqual([]);
  };

  /** What the description says an answer of this operation looks like. */
  function described(path: string, method: string, status: number): ValidateFunction {
    const answers = ['paths', path, method, 'responses'];
    const pointer =
      status < 400
        ? [...answers, String(status), 'content', 'application/json', 'schema']
        : [...answers, 'default', 'content', 'application/problem+json', 'schema'];
    const at = pointer.reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], document);
    if (at === undefined) throw new Error(`not described: ${pointer.join(' ')}`);
    const escaped = pointer.map((key) => encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1')));
    const validate = ajv.getSchema(`openapi#/${escaped.join('/')}`);
    if (!validate) throw new Error(`not found: ${pointer.join(' ')}`);
    return validate as ValidateFunction;
  }
}
