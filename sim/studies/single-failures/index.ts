export { type ChainLink, chainOf } from './chain';
export type { ChangedPort } from './changed-ports';
export type { FailureClass } from './judge';
export { listFailures, type SingleFailure } from './list-failures';
export type { Margin } from './margin';
export type { LostService } from './services';
export { type FailureRow, type FailureStudy, GRACE_S, studySingleFailures } from './study';
export { describeFailures, type FailureSummary, summarise } from './summary';
