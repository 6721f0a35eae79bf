import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { sampleData } from '@samenwerkt/engine';
import { readPackFolder, writePackArchive } from '@samenwerkt/intake';
import { Browser } from '../support/browser.js';
import { CONTRACT, fire, get, patch, post, put, send, startPartnership, type Answer } from '../support/client.js';
import { fitsDescription, type MustFit } from '../support/described.js';
import { samenwerkt } from '../support/command-line.js';
import { ROOT, startHost, stopHost, temporaryFolder, type RunningHost } from '../support/host.js';
import { startMonitored } from '../support/monitored.js';
import { addMember, PASSWORD } from '../support/people.js';

const place = temporaryFolder();
let host: RunningHost;
let mustFit: MustFit;

beforeAll(async () => {
  host = await startHost(place.folder, { SEED: 'demo' });
  mustFit = await fitsDescription(host);
});
afterAll(async () => {
  await stopHost(host);
  place.dispose();
});

describe('the description of the API', () => {
  it('fits every list and every partnership of the demo', async () => {
    const partnerships = await get(host, '/partnerships?limit=100');
    mustFit(partnerships, '/api/v1/partnerships');
    for (const { id } of partnerships.body.items as unknown as { id: string }[]) {
      mustFit(await get(host, `/partnerships/${id}`), '/api/v1/partnerships/{id}');
      mustFit(await get(host, `/partnerships/${id}/options`), '/api/v1/partnerships/{id}/options');
      mustFit(await get(host, `/partnerships/${id}/obligation`), '/api/v1/partnerships/{id}/obligation');
      mustFit(await get(host, `/partnerships/${id}/history`), '/api/v1/partnerships/{id}/history');
      mustFit(await get(host, `/partnerships/${id}/history/road`), '/api/v1/partnerships/{id}/history/road');
      mustFit(
        await get(host, `/partnerships/${id}/history/verification`),
        '/api/v1/partnerships/{id}/history/verification',
      );
    }
  });

  it('fits contracts, suppliers and rule packs', async () => {
    const contracts = await get(host, '/contracts?limit=100');
    mustFit(contracts, '/api/v1/contracts');
    const [contract] = contracts.body.items as unknown as { id: string }[];
    mustFit(await get(host, `/contracts/${contract?.id}`), '/api/v1/contracts/{id}');
    const suppliers = await get(host, '/suppliers?limit=100');
    mustFit(suppliers, '/api/v1/suppliers');
    const [supplier] = suppliers.body.items as unknown as { id: string }[];
    mustFit(await get(host, `/suppliers/${supplier?.id}`), '/api/v1/suppliers/{id}');
    mustFit(await post(host, '/suppliers', { name: 'Nieuwe Kracht' }), '/api/v1/suppliers', 'post');
    for (const id of ['stappenplan-2020', 'stappenplan-2019'])
      mustFit(await get(host, `/lifecycles/${id}`), '/api/v1/lifecycles/{id}');
    const packs = await get(host, '/rule-packs');
    mustFit(packs, '/api/v1/rule-packs');
    for (const { name, version } of packs.body.items as unknown as { name: string; version: string }[]) {
      mustFit(
        await get(host, `/rule-packs/${name}/versions/${version}`),
        '/api/v1/rule-packs/{name}/versions/{version}',
      );
    }
  });

  it('fits what-ifs under every pack, and every kind of advice', async () => {
    const packs = ['basis', 'utrecht-bouwblokken', 'haaglanden', 'oost-nederland', 'rijksschoonmaak'];
    const dossier = { toepassing: { toepassen: true, grondslag: 'loonsom' } };
    const contributions = [
      { block: 'banenafspraak', urenPerWeek: 36, maanden: 12 },
      { block: 'ontwikkelpad' },
      { block: 'ww' },
    ];
    const asked = { contract: CONTRACT, packs: packs.map((name) => ({ name })), contributions, dossier };
    mustFit(await post(host, '/what-ifs', asked), '/api/v1/what-ifs', 'post');
    const limits = { people: 3, purchases: '5000', supportHours: 10, permanent: true, profiles: [{ leeftijd: 56 }] };
    for (const more of [
      { open: '120000' },
      { open: '9000000' },
      { open: '0' },
      { contract: { ...CONTRACT, waarde: '5' } },
    ])
      mustFit(
        await post(host, '/advice', { pack: { name: 'utrecht-bouwblokken' }, limits, ...more }),
        '/api/v1/advice',
        'post',
      );
  });

  it('fits the conversations of a partnership, and their agenda', async () => {
    const { body } = await get(host, '/partnerships?state=monitoring&limit=1');
    const [one] = body.items as unknown as { id: string }[];
    const path = '/api/v1/partnerships/{id}/check-ins';
    mustFit(await get(host, `/partnerships/${one?.id}/check-ins`), path);
    mustFit(await get(host, `/partnerships/${one?.id}/check-ins/agenda`), `${path}/agenda`);
  });

  it('fits a policy regression, from its start to what it found, and the list of them', async () => {
    const path = '/api/v1/rule-packs/{name}/regressions';
    const at = '/rule-packs/basis/regressions';
    const utrecht = [...readPackFolder(join(ROOT, 'rule-packs', 'utrecht-bouwblokken'))];
    const strict = [...readPackFolder(join(ROOT, 'rule-packs', 'basis'))].map(
      ([file, text]) => [file, text.replaceAll('severity: warn', 'severity: block')] as const,
    );
    const found = [];
    for (const files of [utrecht, strict]) {
      const started = await post(host, at, { candidate: { files: Object.fromEntries(files) } });
      mustFit(started, path, 'post');
      const one = `${at}/${String(started.body.id)}`;
      let report = await get(host, one);
      while (String(report.body.state) === 'running') report = await get(host, one);
      mustFit(report, `${path}/{id}`);
      mustFit(await post(host, `${one}/cancellations`, {}), `${path}/{id}/cancellations`, 'post');
      found.push(report.body.findings);
    }
    mustFit(await get(host, at), path);
    const [other, stricter] = found;
    for (const list of [other?.warnings, other?.otherObligations, stricter?.refusals]) expect(list).not.toHaveLength(0);
  });

  it('fits the life of a rule pack', async () => {
    const path = '/api/v1/rule-packs/{name}/versions/{version}';
    const files = readPackFolder(join(ROOT, 'rule-packs/utrecht-bouwblokken'));
    const version = '9.0.0';
    const manifest = files.get('pack.yaml')?.replace(/^version: .*$/m, `version: ${version}`) ?? '';
    const archive = writePackArchive(new Map(files).set('pack.yaml', manifest));
    const upload = () => send(host, '/rule-packs', archive, 'application/gzip');
    mustFit(await upload(), '/api/v1/rule-packs', 'post');
    mustFit(await upload(), '/api/v1/rule-packs', 'post');
    mustFit(await get(host, '/rule-packs?state=concept'), '/api/v1/rule-packs');
    const at = `/rule-packs/utrecht-bouwblokken/versions/${version}`;
    mustFit(await get(host, `${at}/differences?from=1.2.0`), `${path}/differences`);
    mustFit(await post(host, `${at}/publications`, {}), `${path}/publications`, 'post');
    const withdrawal = { endsOn: '2999-01-01', reason: 'Proef', replacedBy: { name: 'basis', version: '1.2.0' } };
    mustFit(await post(host, `${at}/withdrawals`, withdrawal), `${path}/withdrawals`, 'post');
    mustFit(await get(host, at), path);
  });

  it('fits what a transition, a dry run and a refusal answer', async () => {
    const id = await startPartnership(host);
    const data = sampleData('stappenplan-2020', 'principebesluitNemen');
    const transitions = '/api/v1/partnerships/{id}/transitions';
    mustFit(
      await post(host, `/partnerships/${id}/transitions?dryRun=true`, { event: 'principebesluitNemen', data }),
      transitions,
      'post',
    );
    mustFit(await fire(host, id, 'principebesluitNemen', data), transitions, 'post');
    mustFit(await get(host, `/partnerships/${id}?at=2099-01-01`), '/api/v1/partnerships/{id}');
    const refused = await fire(host, id, 'werkgroepInstellen', {});
    mustFit(refused, '/api/v1/partnerships/{id}/transitions', 'post');
  });

  it('fits what a move to another pack answers, of one partnership and of a selection', async () => {
    const id = await startPartnership(host);
    const one = '/api/v1/partnerships/{id}/pack-migrations';
    const asked = { name: 'basis', version: await versionOf('basis'), reden: 'Ander beleid' };
    mustFit(await post(host, `/partnerships/${id}/pack-migrations?dryRun=true`, asked), one, 'post');
    mustFit(await post(host, `/partnerships/${id}/pack-migrations`, asked), one, 'post');
    mustFit(await get(host, `/partnerships/${id}/history`), '/api/v1/partnerships/{id}/history');
    const many = '/api/v1/pack-migrations';
    const to = { name: 'utrecht-bouwblokken', version: await versionOf('utrecht-bouwblokken') };
    const selection = { selection: { pack: 'basis' }, to, reden: 'Ander beleid' };
    const survey = await post(host, '/pack-migrations?dryRun=true', selection);
    expect([survey.status, Number(survey.body.differing?.length) > 0]).toEqual([200, true]);
    mustFit(survey, many, 'post');
    const begun = await post(host, '/pack-migrations', { partnerships: [id], to, reden: 'Terug' });
    mustFit(begun, many, 'post');
    mustFit(await get(host, `/pack-migrations/${String(begun.body.id)}`), `${many}/{id}`);
    mustFit(
      await post(host, `/pack-migrations/${String(begun.body.id)}/cancellations`, {}),
      `${many}/{id}/cancellations`,
      'post',
    );
    mustFit(await get(host, '/pack-migrations'), many);
  });
});

describe('the description of reminders', () => {
  it('fits lists, one with everything about it, its message, and every act', async () => {
    const path = '/api/v1/reminders';
    mustFit(await get(host, '/reminders?limit=100'), path);
    const partnership = await startMonitored(host, 'GRN-9');
    const planned = await get(host, `/reminders?state=planned&partnership=${partnership}`);
    const [first] = planned.body.items as unknown as { id: string }[];
    const one = `/reminders/${first?.id}`;
    const reason = { reason: 'Afgesproken' };
    mustFit(await get(host, one), `${path}/{id}`);
    mustFit(await get(host, `${one}/preview`), `${path}/{id}/preview`);
    mustFit(await patch(host, one, { ...reason, date: '2099-01-05' }), `${path}/{id}`, 'patch');
    mustFit(await post(host, `${one}/cancellations`, reason), `${path}/{id}/cancellations`, 'post');
    mustFit(await post(host, `${one}/retries`, reason), `${path}/{id}/retries`, 'post');
    const many = { ...reason, act: 'skip', filter: { partnership } };
    const acts = await post(host, '/reminder-acts?dryRun=true', many);
    mustFit(acts, '/api/v1/reminder-acts', 'post');
    expect(Number(acts.body.selected)).toBeGreaterThan(0);
    mustFit(await get(host, `/partnerships/${partnership}/reminders`), '/api/v1/partnerships/{id}/reminders');
    mustFit(await get(host, '/reminders/health'), `${path}/health`);
    mustFit(await get(host, '/outbox'), '/api/v1/outbox');
  });

  it('fits the address book', async () => {
    const path = '/api/v1/addresses';
    mustFit(await put(host, '/addresses/coordinator', { email: 'sr@gemeente.nl' }), `${path}/{name}`, 'put');
    const listed = await get(host, '/addresses');
    mustFit(listed, path);
    expect([listed.body.items, listed.body.missing].map((list) => list?.length)).not.toContain(0);
  });

  it('fits people in histories', async () => {
    const path = '/api/v1/data-subjects';
    const listed = await get(host, '/data-subjects');
    mustFit(listed, path);
    const [{ id = '' } = {}] = listed.body.items as unknown as { id: string }[];
    mustFit(await get(host, `/data-subjects/${id}/export`), `${path}/{id}/export`);
    const reason = 'verzoek van betrokkene';
    mustFit(await post(host, `/data-subjects/${id}/erasures`, { reason }), `${path}/{id}/erasures`, 'post');
  });

  it('fits the audit log and its verification', async () => {
    const log = await get(host, '/audit-log?limit=2');
    mustFit(log, '/api/v1/audit-log');
    expect(log.body.items).toHaveLength(2);
    mustFit(await get(host, '/audit-log/verification'), '/api/v1/audit-log/verification');
  });

  it('fits the addresses of calendars', async () => {
    const path = '/api/v1/calendar-tokens';
    mustFit(await post(host, '/calendar-tokens', { label: 'Team inkoop' }), path, 'post');
    const listed = await get(host, '/calendar-tokens');
    mustFit(listed, path);
    expect(listed.body.items).toHaveLength(1);
  });
});

describe('the description of people and sessions', () => {
  it('fits sessions, people, tokens, links and organisations', async () => {
    const browser = new Browser(host);
    const { email } = await addMember(host.dataDir);
    const ask = async (method: string, path: string, at: string, body?: unknown) => {
      const answer = await browser.api(method, path, body);
      mustFit(answer as unknown as Answer, `/api/v1${at}`, method.toLowerCase());
      return answer.body;
    };
    browser.csrf = String((await ask('POST', '/session', '/session', { email, password: PASSWORD }))['csrfToken']);
    await ask('GET', '/session', '/session');
    await ask('GET', '/sessions', '/sessions');
    const person = { name: 'Nieuw', email: 'nieuw@merwedam.example', roles: ['auditor'] };
    const { id } = await ask('POST', '/people', '/people', person);
    await ask('GET', '/people', '/people');
    await ask('GET', `/people/${String(id)}`, '/people/{id}');
    await ask('PATCH', `/people/${String(id)}`, '/people/{id}', { blocked: true });
    await ask('POST', '/api-tokens', '/api-tokens', { name: 'Proef', scopes: ['packs.read'] });
    await ask('GET', '/api-tokens', '/api-tokens');
    const view = { screen: 'werkvoorraad', name: 'Proef', search: '?fase=monitoring' };
    const kept = await ask('POST', '/saved-views', '/saved-views', view);
    await ask('PUT', `/saved-views/${String(kept['id'])}`, '/saved-views/{id}', { ...view, name: 'Anders' });
    await ask('GET', '/saved-views', '/saved-views');
    await ask('GET', '/organisation', '/organisation');
    const administrator = { name: 'Elders', email: 'elders@elders.example' };
    await ask('POST', '/organisations', '/organisations', { name: 'Gemeente Elders', administrator });
    await ask('GET', '/organisations', '/organisations');
    const invite = samenwerkt(host.dataDir, 'people', 'invite', '--email', email, '--name', 'X', '--role', 'auditor');
    const link = /uitnodiging\/([\w-]{43})/.exec(invite.out)?.[1];
    await ask('GET', `/one-time-links/${link}`, '/one-time-links/{token}');
    browser.csrf = undefined;
    await ask('POST', '/session/demo', '/session/demo', { role: 'auditor' });
  });
});

/** The version of a pack that the host has. */
async function versionOf(name: string): Promise<string> {
  const packs = (await get(host, '/rule-packs')).body.items as unknown as { name: string; version: string }[];
  return packs.find((pack) => pack.name === name)?.version ?? '';
}
