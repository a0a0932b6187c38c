import type { ElementId, Problem } from '../kernel';
import type { CompiledScene, ElementKind } from '../scene/compiled';
import type { Fields, SettingsOf } from './field';
import type { Intervention } from './intervention';

/** Wants one knob of one element at one value for a time. */
export interface Claim {
  /** A name of the ports' knob table, unless a test brings a table of its own. */
  readonly knob: string;
  readonly slot: number;
  readonly value: number;
  /** Simulated seconds since the start of the run; null means to the end. */
  readonly fromSeconds: number;
  readonly untilSeconds: number | null;
}

export interface TargetSpec {
  readonly kind: ElementKind;
  readonly least: number;
  readonly most: number;
  /** Only what the scene has as planned and not built. */
  readonly planned?: true;
  /** Only what another plan wants otherwise than the land plan. */
  readonly inConflict?: true;
}

/** An intervention of one kind, its settings typed by the kind's fields. */
export interface InterventionOf<F extends Fields> extends Omit<Intervention, 'settings' | 'targets'> {
  readonly targets: readonly ElementId[];
  readonly settings: SettingsOf<F>;
}

/** That a kind takes something out of service: done to one target alone it is one of the city's single failures. */
export interface Failing<F extends Fields = Fields> {
  /** One part fails by itself, or one event takes several parts at once: the first two levels of GB 38755-2019. */
  readonly level: 'part' | 'event';
  /** Where it is one, if not everywhere. */
  at?(target: ElementId, scene: CompiledScene): boolean;
  /** What the failure is set to, where the defaults do not take the target out. */
  settings?(target: ElementId, scene: CompiledScene): Partial<SettingsOf<F>>;
}

/** A kind of change: what it is done to, what can be set, and what it claims. Texts for people live in the app. */
export interface InterventionKind<Name extends string = string, F extends Fields = Fields> {
  readonly kind: Name;
  readonly targets: TargetSpec;
  readonly settings: F;
  readonly fails?: Failing<F>;
  /** Called only with targets that exist and settings that are in range. */
  claims(intervention: InterventionOf<F>, scene: CompiledScene): readonly Claim[];
  /** What fits the settings and the targets each, but not together; paths begin below the intervention. */
  check?(intervention: InterventionOf<F>, scene: CompiledScene): readonly Problem[];
}

export type KindTable = Readonly<Record<string, InterventionKind>>;

/** Keeps the literal types of a kind's fields, so that its claims see their settings typed. */
export function defineKind<Name extends string, const F extends Fields>(
  kind: InterventionKind<Name, F>,
): InterventionKind<Name, F> {
  return kind;
}
