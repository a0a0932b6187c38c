/** What the other parts of a plan stand on: the streets as a graph, and the land between them. */
export { blocksOf } from './blocks';
export { halfWidthM } from './class-defaults';
export { type StreetGraph, streetGraphOf } from './plan-graph';
export type { PlanLink } from './plan-links';
