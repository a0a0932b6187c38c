export { checkScenario } from './check';
export { applyDiff, diffLists, invertDiff, type ListDiff, type ListStep } from './diff';
export { migrateScenario, type ScenarioMigration } from './migrations';
export { parseScenario, readScenario } from './read';
export { defaultScenario, SCENARIO_VERSION, type Scenario, scenarioDefaults } from './scenario';
export { scenarioHash } from './scenario-hash';
