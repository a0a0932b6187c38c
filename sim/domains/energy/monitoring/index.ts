/** The door of monitoring: what of the energy used has been seen by a meter. */
export { createMonitoring, type Monitoring } from './heard';
export { measureMonitoring } from './measure-monitoring';
export { meterMonitoring } from './meter-monitoring';
