import { describe, expect, it } from '@jest/globals';
import { readConfig } from './config.js';

describe('the settings', () => {
  it('keep to this machine, port 3000 and demo data unless told otherwise', () => {
    expect(readConfig({})).toMatchObject({ host: '127.0.0.1', port: 3000, seed: true });
  });

  it('take over what the environment says', () => {
    expect(
      readConfig({ DATA_DIR: '/gegevens', HOST: 'localhost', PORT: '0', SEED: 'none', RULE_PACKS: './pakketten' }),
    ).toMatchObject({
      dataDir: '/gegevens',
      outbox: '/gegevens/outbox',
      ledger: { file: '/gegevens/samenwerkt.sqlite' },
      host: 'localhost',
      port: 0,
      seed: false,
      rulePacks: './pakketten',
    });
  });

  it.each([
    ['PORT', '70000', /0 tot en met 65535/],
    ['PORT', '', /0 tot en met 65535/],
    ['PORT', '30.5', /0 tot en met 65535/],
    ['SEED', 'yes', /demo of none/],
    ['HOST', '0.0.0.0', /SEED=none/],
    ['PUBLIC_URL', 'https://samenwerkt.gemeente.nl', /SEED=none/],
    ['ROLE', 'zender', /all, api of worker/],
    ['ROLE', 'api', /zet REDIS_URL/],
    ['PUBLIC_URL', 'samenwerkt.nl', /https:\/\//],
    ['WEBHOOK_URL', 'https://ontvanger.nl/', /WEBHOOK_SECRET=/],
    ['WEBHOOK_SECRET', 'geheim', /WEBHOOK_URL=/],
    ['MAIL_PER_SECOND', '0', /1 tot en met 1000/],
    ['WEBHOOK_PER_SECOND', '2.5', /1 tot en met 1000/],
    ['ACCOUNT_PER_MINUTE', '-1', /0 tot en met 1000000/],
    ['ADDRESS_PER_MINUTE', 'veel', /0 tot en met 1000000/],
    ['TRUSTED_PROXIES', 'proxy.gemeente.nl', /127\.0\.0\.1/],
    ['TRUSTED_PROXIES', '10.0.0.0/33', /127\.0\.0\.1/],
  ])('refuse %s=%s, naming what would do', (name, value, said) => {
    expect(() => readConfig({ [name]: value })).toThrow(said);
  });

  it('open another address when there are no demo accounts, that anybody could take on there', () => {
    expect(readConfig({ HOST: '0.0.0.0', SEED: 'none' })).toMatchObject({ host: '0.0.0.0', site: { local: false } });
    const proxied = readConfig({ PUBLIC_URL: 'https://samenwerkt.gemeente.nl/', SEED: 'none' });
    expect(proxied.site).toEqual({ publicUrl: 'https://samenwerkt.gemeente.nl', local: false });
    expect(readConfig({}).site).toEqual({ publicUrl: 'http://localhost:3000', local: true });
  });

  it('give each channel the pace that its receiver takes', () => {
    const { perSecond } = readConfig({ MAIL_PER_SECOND: '2', WEBHOOK_PER_SECOND: '50' }).dispatch;
    expect(perSecond).toEqual({ mail: 2, webhook: 50 });
  });

  it('let an account ask ten times a second, and an address that many share five times that, unless told otherwise', () => {
    expect(readConfig({}).limits).toEqual({ account: 600, address: 3000, trustedProxies: [] });
    const told = { ACCOUNT_PER_MINUTE: '60', ADDRESS_PER_MINUTE: '0', TRUSTED_PROXIES: '127.0.0.1, 2001:db8::/32' };
    expect(readConfig(told).limits).toEqual({
      account: 60,
      address: 0,
      trustedProxies: ['127.0.0.1', '2001:db8::/32'],
    });
  });

  it('send reminders to a folder of mail by one process, unless told otherwise', () => {
    expect(readConfig({ PORT: '3100' }).dispatch).toEqual({
      role: 'all',
      board: 'read',
      redisUrl: undefined,
      smtpUrl: undefined,
      mailFrom: 'Samenwerkt <noreply@localhost>',
      webhook: undefined,
      perSecond: { mail: 10, webhook: 10 },
      publicUrl: 'http://localhost:3100',
    });
  });
});
