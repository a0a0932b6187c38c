export type { Scenario } from './scenario';
