export { newContract, previewImport } from './contracts/preview-import.js';
export { readContracts, type ReadContracts } from './contracts/read-contracts.js';
export { type ContractRow } from './contracts/contract-row.js';
export { type CellConfirmation } from './contracts/confirmed-cells.js';
export { type CellProblem } from './contracts/cell-problem.js';
export { readCase } from './cases/read-case.js';
export { readPlainYaml } from './cases/plain-yaml.js';
export { CaseUnreadable, type CaseProblem } from './cases/case-unreadable.js';
export { type CaseEvent, type CaseRole, type CaseSource, type PracticeCase } from './cases/practice-case.js';
export { DemoPlanMissing, demoWalks, type DemoEvent, type DemoWalk } from './demo/walks.js';
export { DemoFaulty, moment, readCases, seedDemo } from './demo/seed-demo.js';
export { loadPackFolder, readPackFolder } from './packs/pack-folder.js';
export { loadPackSources } from './packs/pack-sources.js';
export { wholePack } from './packs/pack-source.js';
export { PackSourceRefused } from './packs/source-refused.js';
export { readPackArchive } from './packs/archive-read.js';
export { PackArchiveRefused } from './packs/archive-refused.js';
export { MOST_ARCHIVE_BYTES } from './packs/archive-limits.js';
export { writePackArchive } from './packs/archive-write.js';
export { PackSignatureRefused } from './packs/signature-refused.js';
export { MOST_SIGNATURE_BYTES, signPack, verifyPack, type VerifiedPack } from './packs/signature.js';
export {
  fingerprintOf,
  MOST_KEY_BYTES,
  newSigningKeys,
  privateKeyFrom,
  trustedKeyFrom,
  type TrustedKey,
} from './packs/signing-key.js';
