/** Ways that many drivers would choose, found by driving them again and again in queues. */
export { type Iterated, type IterateSettings, type IterationFigures, iterate } from './iterate';
export { emptyTimes, type LinkTimes, learn, linkSecondsAt } from './link-times';
export { createTimedSearch, findTimedWay, secondsOfWay } from './timed-way';
