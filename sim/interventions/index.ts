export type { Intervention } from './intervention';
