/** From a plan's streets to the roads of a scene. */
export { streetsToRoads } from './streets-to-roads';
