import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { samenwerkt } from '../support/command-line.js';
import { startHost, temporaryFolder } from '../support/host.js';

describe('a host that keeps its data in a file', () => {
  it('says that its folder cannot be opened, or holds something else', async () => {
    const { folder, dispose } = temporaryFolder();
    writeFileSync(join(folder, 'bestand'), 'tekst');
    await expect(startHost(join(folder, 'bestand'))).rejects.toThrow('is niet te openen');
    writeFileSync(
      join(folder, 'samenwerkt.sqlite'),
      'dit is geen database, maar wel lang genoeg om er een te lijken'.repeat(20),
    );
    await expect(startHost(folder)).rejects.toThrow('is beschadigd of van een ander programma');
    dispose();
  });
});

describe('the command line on a folder without a file', () => {
  it('says what to do when there is no administration yet', () => {
    const { folder, dispose } = temporaryFolder();
    const { code, err } = samenwerkt(folder, 'list');
    expect(code).toBe(1);
    expect(err).toContain('Er is geen administratie');
    dispose();
  });
});
