import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { ROOT } from '../support/host.js';

const folder = mkdtempSync(join(tmpdir(), 'samenwerkt-audit-'));
afterAll(() => rmSync(folder, { recursive: true }));

const ADVISORY = 'GHSA-aaaa-bbbb-cccc';

/** What npm says of one weak package, and of another that only depends on it. */
function reportOf(severity: string): string {
  const advisory = {
    name: 'lek',
    range: '<2.0.0',
    title: 'It leaks',
    url: `https://example.org/${ADVISORY}`,
    severity,
  };
  const vulnerabilities = { lek: { severity, via: [advisory] }, huis: { severity, via: ['lek'] } };
  return JSON.stringify({ auditReportVersion: 2, vulnerabilities });
}

/** Runs the check of the build on an npm that gives this answer. */
function audit(npmSays: string, exceptions: object[] = []) {
  const [answer, npm, file] = ['answer', 'npm', 'exceptions.json'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  writeFileSync(answer, npmSays);
  writeFileSync(npm, `#!/bin/sh\ncat '${answer}'\nexit 1\n`, { mode: 0o755 });
  writeFileSync(file, JSON.stringify(exceptions));
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, '.ci/audit.mjs')], {
    env: { ...process.env, PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}`, AUDIT_EXCEPTIONS: file },
    encoding: 'utf8',
  });
  return { status, said: stdout + stderr };
}

const excepted = (until: string) => [
  { advisory: ADVISORY, until, reason: 'Alleen in een opdracht die niemand geeft.' },
];

describe('the check of dependencies in the build', () => {
  it.each(['high', 'critical'])(
    'fails on a weakness that is %s, and says which and where to read of it',
    (severity) => {
      const { status, said } = audit(reportOf(severity));
      expect([status, said]).toEqual([
        1,
        expect.stringMatching(/lek <2\.0\.0: It leaks \(https:.*GHSA-aaaa-bbbb-cccc\)/),
      ]);
    },
  );

  it.each(['moderate', 'low'])('lets pass what is %s', (severity) => {
    expect(audit(reportOf(severity)).status).toBe(0);
  });

  it('lets pass for a while what is excepted with a reason, and not longer', () => {
    expect(audit(reportOf('high'), excepted('9999-12-31'))).toEqual({
      status: 0,
      said: expect.stringContaining('1 high or critical, 1 of them excepted') as unknown,
    });
    expect(audit(reportOf('high'), excepted('2020-01-01')).status).toBe(1);
  });

  it('takes no exception without a date and a reason', () => {
    expect(audit(reportOf('low'), [{ advisory: ADVISORY }]).status).toBe(1);
  });

  it.each(['', 'ENOTFOUND', '{"message": "405 Method Not Allowed", "error": {}}'])(
    'does not fail when the registry cannot be asked, but says so: %s',
    (answer) => {
      expect(audit(answer)).toEqual({ status: 0, said: expect.stringContaining('not checked') as unknown });
    },
  );
});
