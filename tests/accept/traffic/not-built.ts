import type { AcceptLine } from '../line';

/** A line whose feature is not there yet: short, and said so. */
export function notBuilt(name: string, goal: string): AcceptLine {
  return { name, goal, measure: async () => ({ held: false, reached: 'not built yet', how: '' }) };
}
