export { readContracts, type ReadContracts, type ReadContractsOptions } from './contracts/read-contracts.js';
export { type ContractFacts, type ContractRow } from './contracts/contract-row.js';
export { type CellProblem } from './contracts/cell-problem.js';
export { readCase } from './cases/read-case.js';
export { CaseUnreadable, type CaseProblem } from './cases/case-unreadable.js';
export { type CaseEvent, type CaseRole, type CaseSource, type PracticeCase } from './cases/practice-case.js';
export { DemoPlanMissing, demoWalks, type DemoEvent, type DemoWalk } from './demo/walks.js';
export { DemoFaulty, moment, readCases, seedDemo } from './demo/seed-demo.js';
export { loadPackFolder, readPackFolder } from './packs/pack-folder.js';
