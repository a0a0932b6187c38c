/** What a run can write down of its traffic; nothing of it changes the run. */
export { type CorridorWatch, watchCorridor } from './corridor-watch';
export { loopsOf, writeDetectors } from './detectors';
export { sumEdges, writeEdges } from './edge-means';
export { writeEmissions } from './emissions';
export { writeJunctions } from './junctions';
export { observed, type TrafficObserver } from './observer';
export { writeSummary } from './summary';
export type { TextSink } from './text-sink';
export { corridorOf, createTimeDistance, recordTimeDistance } from './time-distance';
export { writeTrajectories } from './trajectories';
export { recordTrips, type TripRecord, writeTrips } from './trips';
export { vehicleNameOf } from './vehicle-facts';
export { type EdgeMeans, meanOverWindow } from './window-means';
export { writeTimeDistance } from './write-corridor';
