/** The door of the TNTP importer: networks, trip tables and solutions of the traffic assignment literature. */
export { readTntpFlows } from './read-flows';
export { readTntpNetwork, type TntpNetwork } from './read-network';
export { readTntpTrips, type TntpTrips } from './read-trips';
