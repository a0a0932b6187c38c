/** The door of the assignment study: trips over links whose cost rises with flow, brought to equilibrium. */
export { assignRoads } from './assign-roads';
export * from './equilibrate';
export { beckmann, type Objective, totalCost } from './link-costs';
export * from './problem';
export { routesOf } from './routes';
export type { EdgeDemand } from './scene-problem';
