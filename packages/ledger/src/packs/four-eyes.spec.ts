import { describe, expect, it } from '@jest/globals';
import { type Ledger } from '../ledger.js';
import { miniPack } from '../testing/mini-pack.js';
import { HERE, withLedger } from '../testing/workbench.js';

const PASSWORD = 'vier losse woorden samen';

/** A keeper of packs who chose a password, or did not come in yet. */
async function keeper(ledger: Ledger, name: string, comesIn = true): Promise<string> {
  const fields = { name, email: `${name.toLowerCase()}@merwedam.example`, language: 'nl', roles: ['packbeheerder'] };
  const { id } = await ledger.people.invite(HERE, fields, { id: 'proef', roles: ['beheerder'] });
  if (comesIn) await ledger.oneTimeLinks.use((await ledger.oneTimeLinks.mint(HERE, id, 'invitation')).token, PASSWORD);
  return id;
}

function pack(version: string, fourEyes: boolean): Map<string, string> {
  const files = miniPack({ name: 'streng', version, title: `Streng ${version}` });
  const manifest = files.get('pack.yaml') ?? '';
  return fourEyes ? files.set('pack.yaml', `${manifest}fourEyes: [publication]\n`) : files;
}

const version = (of: string) => ({ organisation: HERE, name: 'streng', version: of });

describe('a pack that asks for four eyes', () => {
  it('is not published by who uploaded it; the refusal names who may, and nothing changes', () =>
    withLedger(async ({ ledger }) => {
      const [anna] = [await keeper(ledger, 'Anna'), await keeper(ledger, 'Bram'), await keeper(ledger, 'Cor', false)];
      await ledger.registry.upload({ organisation: HERE, files: pack('1.0.0', true), actor: anna });
      await expect(ledger.registry.publish({ ...version('1.0.0'), actor: anna })).rejects.toMatchObject({
        code: 'four-eyes-needed',
        may: ['Bram'],
        text: { nl: expect.stringMatching(/Bram(?!.*(Anna|Cor))/) as unknown },
      });
      expect((await ledger.shelf.shelved(HERE, 'streng', '1.0.0')).state).toBe('concept');
      expect((await ledger.registry.events(version('1.0.0'))).map(({ what }) => what)).toEqual(['geupload']);
    }));

  it('is published by somebody else', () =>
    withLedger(async ({ ledger }) => {
      const [anna, bram] = [await keeper(ledger, 'Anna'), await keeper(ledger, 'Bram')];
      await ledger.registry.upload({ organisation: HERE, files: pack('1.0.0', true), actor: anna });
      const published = await ledger.registry.publish({ ...version('1.0.0'), actor: bram });
      expect(published).toMatchObject({ state: 'gepubliceerd', uploadedBy: anna, publishedBy: bram });
    }));

  it('says what to do when nobody else may', () =>
    withLedger(async ({ ledger }) => {
      const anna = await keeper(ledger, 'Anna');
      await ledger.registry.upload({ organisation: HERE, files: pack('1.0.0', true), actor: anna });
      await expect(ledger.registry.publish({ ...version('1.0.0'), actor: anna })).rejects.toMatchObject({
        may: [],
        text: { nl: expect.stringMatching(/beheerder.*packbeheerder/) as unknown },
      });
    }));

  it('asks it of the version that stops asking as well, and no longer of the one after', () =>
    withLedger(async ({ ledger }) => {
      const [anna, bram] = [await keeper(ledger, 'Anna'), await keeper(ledger, 'Bram')];
      const upload = (of: string, asks: boolean) =>
        ledger.registry.upload({ organisation: HERE, files: pack(of, asks), actor: anna });
      await upload('1.0.0', true);
      await ledger.registry.publish({ ...version('1.0.0'), actor: bram });
      await upload('2.0.0', false);
      const alone = ledger.registry.publish({ ...version('2.0.0'), actor: anna });
      await expect(alone).rejects.toMatchObject({ code: 'four-eyes-needed' });
      await ledger.registry.publish({ ...version('2.0.0'), actor: bram });
      await upload('3.0.0', false);
      expect((await ledger.registry.publish({ ...version('3.0.0'), actor: anna })).publishedBy).toBe(anna);
    }));

  it('lets who uploads what another brought before them publish only their own other half', () =>
    withLedger(async ({ ledger }) => {
      const [anna, bram] = [await keeper(ledger, 'Anna'), await keeper(ledger, 'Bram')];
      await ledger.registry.upload({ organisation: HERE, files: pack('1.0.0', true), actor: anna });
      const changed = pack('1.0.0', true).set('texts.yaml', '{}\n');
      await ledger.registry.upload({ organisation: HERE, files: changed, actor: bram });
      const own = ledger.registry.publish({ ...version('1.0.0'), actor: bram });
      await expect(own).rejects.toMatchObject({ code: 'four-eyes-needed', may: ['Anna'] });
      expect((await ledger.registry.publish({ ...version('1.0.0'), actor: anna })).state).toBe('gepubliceerd');
    }));
});
