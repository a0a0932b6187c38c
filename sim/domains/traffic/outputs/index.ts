/** What a run can write down of its traffic; nothing of it changes the run. */
export { type Loop, loopsOf, writeDetectors } from './detectors';
export { createEdgeSums, type EdgeSums, sumEdges, writeEdges } from './edge-means';
export { writeEmissions } from './emissions';
export { writeJunctions } from './junctions';
export { type Observation, observed, type TrafficObserver } from './observer';
export { writeSummary } from './summary';
export type { TextSink } from './text-sink';
export { type Corridor, corridorOf, createTimeDistance, recordTimeDistance, type TimeDistance } from './time-distance';
export { writeTrajectories } from './trajectories';
export { recordTrips, type TripRecord, writeTrips } from './trips';
export { tripNameOf, vehicleNameOf } from './vehicle-facts';
