/** The door of the flows: who gave what to whom, at every moment and since the start. */
export { flowSection, writeFlows } from './flow-frame';
export { createFlows, type Flows, loadFlows, saveFlows } from './flows';
export { beginFlows, noteFlows } from './note-flows';
