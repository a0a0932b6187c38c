export { chainOf } from './chain';
export { listFailures } from './list-failures';
export { type FailureRow, GRACE_S, studySingleFailures } from './study';
export { describeFailures, summarise } from './summary';
