import { describe, expect, it } from '@jest/globals';
import { inWords } from './missing.js';
import { packWith } from './testing/sample-pack.js';

const { parameters } = packWith({});
const named = (...paths: string[]) => inWords(paths, parameters).nl;

describe('what is missing, in words', () => {
  it('is the title of a parameter, as the pack has it', () => {
    const [[name, { title }] = ['', { title: { nl: '', en: '' } }]] = parameters;
    expect(inWords([`parameter.${name}`], parameters)).toEqual({ nl: `'${title.nl}'`, en: `'${title.en}'` });
  });

  it('is a fact and where it stands', () => {
    expect(named('contract.looptijdMaanden')).toBe("'looptijd maanden' van het contract");
    expect(named('dossier.gunning.socialReturn')).toBe("'social return' bij 'gunning' in het dossier");
    expect(named('uren')).toBe("'uren'");
  });

  it('is named as it is when the pack does not know it, and side by side when it is more', () => {
    expect(named('parameter.weg', 'uren')).toBe("'parameter.weg', 'uren'");
    expect(named()).toBe('');
  });
});
