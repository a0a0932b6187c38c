/** The queue model's door within the traffic: trips driven by queues, and the way from queues to the road. */
export { emptyState } from '../state';
export { advanceMeso, release } from './advance';
export { type DrivenTrips, driveTrips } from './drive-trips';
export { type HandedOver, handOver } from './hand-over';
export { canDriveWay } from './lane-choice';
export type { MesoPlace } from './place';
export { createRun, type EdgeTimes, keepEdgeTimes, type MesoRun, type Tally } from './run';
export { type Taken, takeDemand, takeTrip } from './take-demand';
export { addTrip, createTrips, type MesoTrips, setWay } from './trips';
export { type WarmedUp, warmUpByQueues } from './warm-up';
