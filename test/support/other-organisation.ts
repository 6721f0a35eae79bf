import { join } from 'node:path';
import { readPackFolder, writePackArchive } from '@samenwerkt/intake';
import { Browser } from './browser.js';
import { get, post, put, send, type Answer } from './client.js';
import { ROOT, type RunningHost } from './host.js';
import { addMember } from './people.js';

/** What an organisation has: by the beginning of the path of a route the values of what stands in braces there. */
export type Belongings = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Stands in what only the first organisation has. */
export const MARK = 'Zwartewaterland';

const first = ({ body }: Answer): Record<string, string> =>
  ((body.items as unknown as Record<string, string>[]) ?? [])[0] ?? {};

/** A pack that only this organisation has. @param version that of the pack it is made from, when not given */
export function ownPack(version?: string): Uint8Array {
  const files = readPackFolder(join(ROOT, 'rule-packs/basis'));
  const named = files.get('pack.yaml')?.replace(/^name: .*$/m, 'name: zwartewaterland') ?? '';
  const manifest = version === undefined ? named : named.replace(/^version: .*$/m, `version: ${version}`);
  return writePackArchive(new Map(files).set('pack.yaml', manifest));
}

/** Gives the organisation of the host one of everything that the API can show or change. */
export async function furnish(host: RunningHost): Promise<Belongings> {
  const { body: pack } = await send(host, '/rule-packs', ownPack(), 'application/gzip');
  const version = String((pack.pack ?? pack).version);
  const partnership = first(await get(host, '/partnerships?state=monitoring&limit=1'));
  const id = String(partnership['id']);
  const to = { name: 'zwartewaterland', version };
  const at = `/rule-packs/zwartewaterland/versions/${version}`;
  await post(host, `${at}/publications`, {});
  const migration = await post(host, '/pack-migrations', { partnerships: [id], to, reden: MARK });
  const regression = await post(host, '/rule-packs/zwartewaterland/regressions', { version });
  const seen = { sequence: 2, kind: 'anders', note: MARK, seenBy: MARK, seenOn: '2026-01-01' };
  const evidence = await post(host, `/partnerships/${id}/evidence`, seen);
  const files = `/partnerships/${id}/evidence/${String(evidence.body.id)}/files`;
  const file = await send(host, files, Buffer.from(`%PDF-1.7 ${MARK}`), 'application/pdf');
  await put(host, `/addresses/${MARK}`, { email: 'sr@zwartewaterland.example' });
  const calendar = await post(host, '/calendar-tokens', { label: MARK });
  const browser = new Browser(host);
  await browser.signIn(host.member);
  const sessions = await browser.api('GET', '/sessions');
  const token = await browser.api('POST', '/api-tokens', { name: MARK, scopes: ['packs.read'] });
  const view = await browser.api('POST', '/saved-views', { screen: 'werkvoorraad', name: MARK, search: '' });
  const person = await browser.api('POST', '/people', {
    name: MARK,
    email: `${MARK}@merwedam.example`,
    roles: ['auditor'],
  });
  const contract = first(await get(host, '/contracts?limit=1'));
  return {
    '/partnerships': { id, evidence: String(evidence.body.id), file: String(file.body.id) },
    '/pack-migrations': { id: String(migration.body.id) },
    '/rule-packs': { name: 'zwartewaterland', version, id: String(regression.body.id) },
    '/addresses': { name: MARK },
    '/calendar-tokens': { id: String(calendar.body.id) },
    '/sessions': { id: String((sessions.body['items'] as { id: string }[])[0]?.id) },
    '/api-tokens': { id: String(token.body['id']) },
    '/saved-views': { id: String(view.body['id']) },
    '/people': { id: String(person.body['id']) },
    '/contracts': { id: String(contract['id']) },
    '/suppliers': { id: String(first(await get(host, '/suppliers?limit=1'))['id']) },
    '/reminders': { id: String(first(await get(host, '/reminders?limit=1'))['id']) },
    '/data-subjects': { id: String(first(await get(host, '/data-subjects'))['id']) },
  };
}

/** Somebody of another organisation in the same installation who may do everything there, signed in. */
export async function stranger(host: RunningHost): Promise<Browser> {
  const system = new Browser(host);
  await system.signIn(host.member);
  const administrator = { name: 'Ander', email: 'beheer@elders.example' };
  const made = await system.api('POST', '/organisations', { name: 'Gemeente Elders', administrator });
  const organisation = String((made.body['organisation'] as { id?: string } | undefined)?.id ?? made.body['id']);
  const browser = new Browser(host);
  await browser.signIn(await addMember(host.dataDir, { organisation, email: 'alles@elders.example' }));
  return browser;
}
