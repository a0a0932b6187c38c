export { chainOf } from './chain';
export { listFailures } from './list-failures';
export { marginAfter } from './margin';
export { type FailureRow, GRACE_S, studySingleFailures } from './study';
export { describeFailures, summarise } from './summary';
