import { Command } from 'commander';
import { addressesList } from './commands/addresses/addresses-list.js';
import { addressesPut } from './commands/addresses/addresses-put.js';
import { addressesRemove } from './commands/addresses/addresses-remove.js';
import { adviseOn } from './commands/advise.js';
import { auditList } from './commands/audit/audit-list.js';
import { auditVerify } from './commands/audit/audit-verify.js';
import { demo } from './commands/demo.js';
import { evidenceAttest, evidenceWithdraw } from './commands/evidence/evidence-attest.js';
import { evidenceAttach, evidenceFetch, evidenceRemove } from './commands/evidence/evidence-files.js';
import { evidenceList } from './commands/evidence/evidence-list.js';
import { fire } from './commands/fire.js';
import { agenda } from './commands/agenda.js';
import { handover } from './commands/handover.js';
import { history } from './commands/history.js';
import { importContracts } from './commands/import.js';
import { list } from './commands/list.js';
import { packExplain } from './commands/pack/pack-explain.js';
import { packTest } from './commands/pack/pack-test.js';
import { packRegress } from './commands/pack/pack-regress.js';
import { packDiff } from './commands/pack/pack-diff.js';
import { packKeygen } from './commands/pack/pack-keygen.js';
import { packLint } from './commands/pack/pack-lint.js';
import { packList } from './commands/pack/pack-list.js';
import { packMigrate } from './commands/pack/pack-migrate.js';
import { packNew } from './commands/pack/pack-new.js';
import { packPack } from './commands/pack/pack-pack.js';
import { packPublish } from './commands/pack/pack-publish.js';
import { packSign } from './commands/pack/pack-sign.js';
import { packUpload } from './commands/pack/pack-upload.js';
import { packVerify } from './commands/pack/pack-verify.js';
import { packWithdraw } from './commands/pack/pack-withdraw.js';
import { privacyRetention } from './commands/privacy/privacy-retention.js';
import { privacySet, privacyShow } from './commands/privacy/privacy-set.js';
import { peopleErase } from './commands/people/people-erase.js';
import { peopleInvite } from './commands/people/people-invite.js';
import { peopleList } from './commands/people/people-list.js';
import { peopleResetCode } from './commands/people/people-reset-code.js';
import { rebuild } from './commands/rebuild.js';
import { remindersHealth } from './commands/reminders/reminders-health.js';
import { remindersList } from './commands/reminders/reminders-list.js';
import { remindersReconcile } from './commands/reminders/reminders-reconcile.js';
import { remindersReschedule } from './commands/reminders/reminders-reschedule.js';
import { remindersRetry } from './commands/reminders/reminders-retry.js';
import { remindersShow } from './commands/reminders/reminders-show.js';
import { remindersSkip } from './commands/reminders/reminders-skip.js';
import { show } from './commands/show.js';
import { subjectsErase } from './commands/subjects/subjects-erase.js';
import { subjectsExport } from './commands/subjects/subjects-export.js';
import { subjectsFind } from './commands/subjects/subjects-find.js';
import { verify } from './commands/verify.js';
import { whatIfUnder } from './commands/what-if.js';
import { why } from './commands/why.js';
import { report } from './output/failure.js';

const program = new Command('samenwerkt')
  .description('Partnerschappen met social return, van principebesluit tot monitoring')
  .option('--data-dir <map>', 'map met de administratie', process.env.DATA_DIR ?? './data')
  .option('--lang <taal>', 'taal van de uitvoer: nl of en', 'nl')
  .showHelpAfterError('(gebruik --help voor uitleg)')
  .addHelpText('after', '\nEen partnerschap noem je bij zijn id of bij het kenmerk van zijn contract.');

for (const add of [list, show, why, fire, handover, history, agenda, importContracts, verify, rebuild, demo])
  add(program);
for (const add of [whatIfUnder, adviseOn]) add(program);
for (const add of [packNew, packLint, packTest, packExplain, packDiff, packRegress, packMigrate, packPack])
  add(program);
for (const add of [packKeygen, packSign, packVerify]) add(program);
for (const add of [packUpload, packPublish, packWithdraw, packList]) add(program);
for (const add of [remindersList, remindersShow, remindersRetry, remindersSkip, remindersReschedule]) add(program);
for (const add of [remindersHealth, remindersReconcile]) add(program);
for (const add of [addressesList, addressesPut, addressesRemove]) add(program);
for (const add of [subjectsFind, subjectsExport, subjectsErase]) add(program);
for (const add of [evidenceList, evidenceAttest, evidenceWithdraw]) add(program);
for (const add of [evidenceAttach, evidenceFetch, evidenceRemove]) add(program);
for (const add of [privacyShow, privacySet, privacyRetention]) add(program);
for (const add of [peopleInvite, peopleList, peopleResetCode, peopleErase]) add(program);
for (const add of [auditList, auditVerify]) add(program);

// A reader that stops early, such as head, is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

program.parseAsync().catch((error: unknown) => {
  report(error, program.opts<{ lang: string }>().lang === 'en' ? 'en' : 'nl');
  process.exitCode = 1;
});
