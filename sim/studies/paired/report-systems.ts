/** What a change does to each of the six core systems. */
import { type CoreSystem, coreSystemNames, coreSystems } from '../../ports';
import { type GroupReport, type SignOf, verdictOf } from './verdict-of';

export interface SystemReport extends GroupReport {
  readonly system: CoreSystem;
}

export function reportSystems(signOf: SignOf): readonly SystemReport[] {
  return coreSystemNames.map((system) => ({ system, ...verdictOf(coreSystems[system], signOf) }));
}
