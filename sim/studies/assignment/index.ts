/** The door of the assignment study: trips over links whose cost rises with flow, brought to equilibrium. */
export { assignRoads, type RoadEquilibrium, type RoadRoute } from './assign-roads';
export * from './equilibrate';
export { beckmann, type Objective, totalCost } from './link-costs';
export * from './problem';
export { type RouteTable, routesOf } from './routes';
export type { EdgeDemand } from './scene-problem';
