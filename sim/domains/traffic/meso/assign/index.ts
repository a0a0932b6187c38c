/** Ways that many drivers would choose, found by driving them again and again in queues. */
export { type IterationFigures, iterate } from './iterate';
