import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { UsageFault } from '../output/failure.js';
import { readData } from './fire.js';

describe('the data of an event', () => {
  it('is given as JSON, or as a file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'samenwerkt-cli-'));
    writeFileSync(join(folder, 'gegevens.json'), '{"reden":"verbouwing"}');
    expect(readData('{"reden":"verbouwing"}')).toEqual({ reden: 'verbouwing' });
    expect(readData(`@${join(folder, 'gegevens.json')}`)).toEqual({ reden: 'verbouwing' });
    rmSync(folder, { recursive: true });
  });

  it.each(['{', '[]', 'null', '"tekst"', '@/nergens/te/vinden.json'])('is refused with what to do: %s', (given) => {
    expect(() => readData(given)).toThrow(UsageFault);
  });
});
