export { type CheckOptions, checkInterventions } from './check';
export { type Conflict, conflictProblem, findConflicts } from './conflicts';
export {
  type ChoiceField,
  defaultSettings,
  type Field,
  type Fields,
  type NumberField,
  type SettingsOf,
  type SettingValue,
  type ToggleField,
} from './field';
export type { Intervention } from './intervention';
export type { Claim, Failing, InterventionKind, KindTable, TargetSpec } from './kind';
export { MAX_INTERVENTIONS, MAX_RUN_SECONDS } from './limits';
export { parseIntervention, parseInterventions } from './parse';
export {
  changeOfStep,
  type Playbook,
  type PlaybookName,
  type PlaybookStep,
  playbookFor,
  playbookNameOf,
  playbooks,
  type Responder,
  responderOf,
} from './playbooks';
export { failingKinds, type InterventionKindName, interventionKinds } from './table';
