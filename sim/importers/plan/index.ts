/** The door of the plan importer: what a town planner draws, as a scene. */
export { importPlan } from './import-plan';
