/**
 * Playbooks: when something happens, who does what, and after how long. What they do are changes like any other, so that a
 * playbook is worth what a run with it is worth beside the same run without. The delays are ours: of the order in which a
 * control room speaks to its own switches, to the police and to the public.
 */
import { asElementId } from '../kernel';
import type { ElementKind } from '../scene/compiled';
import type { SettingValue } from './field';
import type { Intervention } from './intervention';
import { type InterventionKindName, interventionKinds } from './table';

const responders = ['grid-control', 'heat-company', 'traffic-police', 'broadcast'] as const;
export type Responder = (typeof responders)[number];

export interface PlaybookStep {
  readonly who: Responder;
  readonly afterMinutes: number;
  readonly forMinutes: number;
  readonly kind: InterventionKindName;
  readonly settings: Readonly<Record<string, SettingValue>>;
}

export type PlaybookName = 'overload' | 'gas-short' | 'crash';

export interface Playbook {
  readonly name: PlaybookName;
  /** Codes of happenings that it is for. */
  readonly answers: readonly string[];
  readonly steps: readonly PlaybookStep[];
}

const HOUR = 60;

export const playbooks: readonly Playbook[] = [
  {
    name: 'overload',
    answers: ['energy.overload-tripped', 'energy.overload-foreseen'],
    steps: [
      {
        who: 'grid-control',
        afterMinutes: 2,
        forMinutes: 6 * HOUR,
        kind: 'managed-charging',
        settings: { share: 90, fromHour: 22, untilHour: 6, givesBack: false },
      },
      {
        who: 'grid-control',
        afterMinutes: 5,
        forMinutes: 4 * HOUR,
        kind: 'demand-response',
        settings: { share: 30, degrees: 2 },
      },
    ],
  },
  {
    name: 'gas-short',
    answers: ['energy.boiler-gas-trip', 'energy.engine-gas-trip', 'energy.regulators-short'],
    steps: [
      {
        who: 'heat-company',
        afterMinutes: 10,
        forMinutes: 12 * HOUR,
        kind: 'demand-response',
        settings: { share: 0, degrees: 3 },
      },
    ],
  },
  {
    name: 'crash',
    answers: ['traffic.crash'],
    steps: [
      {
        who: 'traffic-police',
        afterMinutes: 1,
        forMinutes: HOUR,
        kind: 'favour-vehicles',
        settings: { who: 'emergency' },
      },
      {
        who: 'broadcast',
        afterMinutes: 3,
        forMinutes: 1.5 * HOUR,
        kind: 'guide-drivers',
        settings: { sharePercent: 60 },
      },
    ],
  },
];

export function playbookFor(code: string): Playbook | undefined {
  return playbooks.find(({ answers }) => answers.includes(code));
}

/** Its changes are named after what they are, who makes them and by which playbook, and numbered. */
const NAME = /^([a-z-]+)\.([a-z-]+)\.([a-z-]+)-\d+$/;

export function playbookNameOf({ name }: Playbook, { kind, who }: PlaybookStep): string {
  return `${kind}.${who}.${name}`;
}

/** Who makes a change, where a playbook has him make it. */
export function responderOf(id: string): Responder | undefined {
  return responders.find((who) => who === NAME.exec(id)?.[2]);
}

/** A step as a change, if it is decided now; of what it is done to, all there are. */
export function changeOfStep(
  step: PlaybookStep,
  id: string,
  nowSeconds: number,
  idsOf: (kind: ElementKind) => readonly string[],
): Intervention {
  const { kind: elements, least, most } = interventionKinds[step.kind].targets;
  const fromSeconds = nowSeconds + 60 * step.afterMinutes;
  return {
    id,
    kind: step.kind,
    targets: least === 0 ? [] : idsOf(elements).slice(0, most).map(asElementId),
    settings: step.settings,
    fromSeconds,
    untilSeconds: fromSeconds + 60 * step.forMinutes,
  };
}
