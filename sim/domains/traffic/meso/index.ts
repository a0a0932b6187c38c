/** The queue model's door within the traffic: trips driven by queues, and the way from queues to the road. */
export { emptyState } from '../state';
export { advanceMeso, release } from './advance';
export { driveTrips } from './drive-trips';
export { handOver } from './hand-over';
export { createRun, type MesoRun } from './run';
export { takeDemand } from './take-demand';
export { createTrips } from './trips';
export { warmUpByQueues } from './warm-up';
