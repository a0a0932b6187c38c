import {
  asElementId,
  defaultSettings,
  type Field,
  type Intervention,
  type InterventionKind,
  type NumberField,
  type SettingValue,
} from '../../../sim';
import { parseClock, runSecondsAt } from '../../i18n';

/** A change that is being made up: not yet complete, perhaps not yet sound. */
export interface Draft {
  readonly kind: InterventionKind;
  /** A number that is not one stands for what somebody is still typing. */
  readonly settings: Readonly<Record<string, SettingValue>>;
  /** What was typed as a time of day; null means now. */
  readonly fromText: string | null;
  /** Null means to the end. */
  readonly untilText: string | null;
}

export type DraftFault =
  | 'below-least'
  | 'above-most'
  | 'not-number'
  | 'not-whole'
  | 'not-time'
  | 'time-past'
  | 'time-order'
  | 'too-few';

export interface DraftCheck {
  /** By the name of a setting, or 'targets', 'from' and 'until'. */
  readonly faults: Readonly<Record<string, DraftFault>>;
  /** Only where there are none. */
  readonly intervention: Intervention | null;
  /** It begins at a time that has passed: the city goes back there and comes again. */
  readonly isLivedAgain: boolean;
}

export interface DraftMoment {
  readonly nowSeconds: number;
  readonly startClockSeconds: number;
}

export function newDraft(kind: InterventionKind): Draft {
  return { kind, settings: defaultSettings(kind.settings), fromText: null, untilText: null };
}

/** Settings that do something, the others being as they are. */
export function askedFields(draft: Draft): readonly (readonly [name: string, field: Field])[] {
  return Object.entries(draft.kind.settings).filter(
    ([, { idleWhen }]) => !idleWhen || draft.settings[idleWhen.setting] !== idleWhen.is,
  );
}

export function checkDraft(draft: Draft, id: string, targets: readonly string[], moment: DraftMoment): DraftCheck {
  const { nowSeconds, startClockSeconds } = moment;
  const faults: Record<string, DraftFault> = {};
  if (targets.length < draft.kind.targets.least) faults.targets = 'too-few';
  for (const [name, field] of askedFields(draft)) {
    const fault = field.type === 'number' ? faultOf(Number(draft.settings[name]), field) : undefined;
    if (fault) faults[name] = fault;
  }
  const fromSeconds = draft.fromText === null ? nowSeconds : secondsOf(draft.fromText, startClockSeconds);
  const isLivedAgain = draft.fromText !== null && fromSeconds !== undefined && fromSeconds < nowSeconds;
  const untilSeconds = draft.untilText === null ? null : secondsOf(draft.untilText, startClockSeconds);
  if (fromSeconds === undefined) faults.from = 'not-time';
  if (untilSeconds === undefined) faults.until = 'not-time';
  else if (untilSeconds !== null && untilSeconds <= nowSeconds && !isLivedAgain) faults.until = 'time-past';
  else if (untilSeconds !== null && fromSeconds !== undefined && untilSeconds <= fromSeconds)
    faults.until = 'time-order';
  if (Object.keys(faults).length > 0 || fromSeconds === undefined || untilSeconds === undefined) {
    return { faults, intervention: null, isLivedAgain };
  }
  const settings = { ...defaultSettings(draft.kind.settings), ...draft.settings };
  const intervention = {
    id,
    kind: draft.kind.kind,
    targets: targets.map(asElementId),
    settings,
    fromSeconds,
    untilSeconds,
  };
  return { faults, intervention, isLivedAgain };
}

function faultOf(value: number, { min, max, whole }: NumberField): DraftFault | undefined {
  if (!Number.isFinite(value)) return 'not-number';
  if (whole && !Number.isInteger(value)) return 'not-whole';
  if (value < min) return 'below-least';
  return value > max ? 'above-most' : undefined;
}

function secondsOf(typed: string, startClockSeconds: number): number | undefined {
  const clock = parseClock(typed);
  return clock === undefined ? undefined : runSecondsAt(clock, startClockSeconds);
}
