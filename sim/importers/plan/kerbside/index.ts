/** Stops, lines, parking and charging sites of a plan. */
export { growKerbside } from './grow-kerbside';
export { parseTransitPlan } from './transit-plan';
