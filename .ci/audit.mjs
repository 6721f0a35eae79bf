import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/*
 * Known weaknesses in what the product is made of. A finding of high or critical fails the run; a registry that cannot
 * be asked does not, since that says nothing of the product: it is said aloud, and the next run asks again. A finding
 * can be let through for a while in audit-exceptions.json, with the reason why it does no harm here:
 *   [{ "advisory": "GHSA-xxxx-xxxx-xxxx", "until": "2027-01-31", "reason": "…" }]
 */
const GRAVE = ['high', 'critical'];
const FILE = process.env.AUDIT_EXCEPTIONS ?? new URL('audit-exceptions.json', import.meta.url);

const today = new Date().toISOString().slice(0, 10);
const exceptions = JSON.parse(readFileSync(FILE, 'utf8'));
for (const { advisory, until, reason } of exceptions) {
  if (advisory && /^\d{4}-\d{2}-\d{2}$/.test(until) && reason) continue;
  fail(`audit-exceptions.json: each exception has an advisory, a date until which it holds, and a reason.`);
}

const { stdout, error } = spawnSync('npm', ['audit', '--omit=dev', '--json'], {
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
});
const report = read(stdout);
if (report?.auditReportVersion === undefined) {
  console.warn(
    `npm audit: the registry gave no answer (${error?.message ?? report?.message ?? 'no report'}); not checked.`,
  );
} else {
  judge(Object.values(report.vulnerabilities));
}

function read(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** An advisory stands at the package that has the weakness; packages that only depend on it name that package. */
function judge(vulnerabilities) {
  const advisories = vulnerabilities.flatMap(({ via }) => via.filter((one) => typeof one === 'object'));
  const grave = advisories.filter(({ severity }) => GRAVE.includes(severity));
  const left = grave.filter(({ url }) => !isExcepted(idOf(url)));
  for (const { name, range, title, url, severity } of left)
    console.error(`${severity}: ${name} ${range}: ${title} (${url})`);
  if (left.length > 0)
    fail('Raise what is named above, or put it in audit-exceptions.json with the reason why it does no harm.');
  console.log(`npm audit: ${grave.length} high or critical, ${grave.length - left.length} of them excepted.`);
}

function isExcepted(id) {
  return exceptions.some(({ advisory, until }) => advisory === id && today <= until);
}

function idOf(url) {
  return url.split('/').at(-1);
}

function fail(text) {
  console.error(text);
  process.exit(1);
}
