/**
 * A change against none, over the same seeds: each pair goes on from one saved city, so that the two share everything
 * but the change. What is judged is the mean of the differences against its 95 % band.
 */
import { trafficDomain } from '../../sim/domains/traffic';
import {
  defaultSettings,
  type Intervention,
  type InterventionKind,
  interventionKinds,
  type SettingValue,
} from '../../sim/interventions';
import type { ElementId } from '../../sim/kernel';
import type { KnobName, KnobTurn } from '../../sim/ports';
import type { CompiledScene } from '../../sim/scene';
import { bandOfMean } from '../../sim/studies';
import { patch, type Run, run, STEP_SECONDS, start } from '../domains/traffic/simulate';

export type KindName = keyof typeof interventionKinds;

export function change(kind: KindName, targets: readonly string[], settings: Record<string, SettingValue> = {}) {
  const all = { ...defaultSettings(interventionKinds[kind].settings), ...settings };
  return { id: 'it', kind, targets: targets as ElementId[], settings: all, fromSeconds: 0, untilSeconds: null };
}

type Change = ReturnType<typeof change>;

/** The turns of a change that begins now; it fits the scene, or this says what is wrong. */
export function turnsOf(scene: CompiledScene, of: Change, cause = 7): KnobTurn[] {
  const kind = interventionKinds[of.kind] as unknown as InterventionKind;
  const problems = kind.check?.(of as Intervention, scene) ?? [];
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join('\n'));
  return kind
    .claims(of as Intervention, scene)
    .map(({ knob, slot, value }) => ({ knob: knob as KnobName, slot, value, cause }));
}

/** What a run came to since it began to be watched. */
export class Tally {
  /** Vehicle-seconds by kind (car, truck, bus, emergency), those of people who wait to enter, and all of them. */
  readonly kindSeconds = new Float64Array(4);
  outsideSeconds = 0;
  readonly edgeM: Float64Array;
  readonly edgeSeconds: Float64Array;
  readonly scene: CompiledScene;
  distanceM = 0;

  constructor(scene: CompiledScene) {
    this.scene = scene;
    this.edgeM = new Float64Array(scene.roads.edgeCount);
    this.edgeSeconds = new Float64Array(scene.roads.edgeCount);
  }

  see({ state }: Run): void {
    const { vehicles, network, waiting } = state;
    this.outsideSeconds += waiting.count * STEP_SECONDS;
    for (let row = 0; row < vehicles.rowEnd; row++) {
      if (vehicles.track[row] < 0) continue;
      const mps = vehicles.speedMps[row];
      const edge = network.trackEdge[vehicles.track[row]];
      this.kindSeconds[vehicles.kind[row]] += STEP_SECONDS;
      this.edgeM[edge] += mps * STEP_SECONDS;
      this.edgeSeconds[edge] += STEP_SECONDS;
      this.distanceM += mps * STEP_SECONDS;
    }
  }

  get allSeconds(): number {
    return this.outsideSeconds + this.kindSeconds.reduce((a, b) => a + b, 0);
  }

  kmOn(edges: readonly string[]): number {
    return edges.reduce((sum, id) => sum + this.edgeM[this.scene.elements.edge.slotOf(id)!], 0) / 1_000;
  }
}

export interface Pair {
  readonly without: Tally;
  readonly with: Tally;
  readonly plain: Run;
  readonly changed: Run;
}

export interface PairPlan {
  readonly scene: CompiledScene;
  readonly change: Change;
  readonly seeds: number;
  readonly warmSeconds: number;
  readonly seconds: number;
  readonly startSeconds?: number;
}

export function pairs({ scene, change: of, seeds, warmSeconds, seconds, startSeconds }: PairPlan): Pair[] {
  const turns = turnsOf(scene, of);
  return Array.from({ length: seeds }, (_, i) => {
    const plain = run(start(scene, i + 1, startSeconds), warmSeconds);
    const changed: Run = { ...plain, heard: [], edgeSpeed: plain.edgeSpeed.slice(), state: copyOf(plain) };
    patch(changed, turns);
    return { plain, changed, without: watch(plain, seconds), with: watch(changed, seconds) };
  });
}

function copyOf({ scene, state }: Run): Run['state'] {
  return trafficDomain.load(scene, state.settings, trafficDomain.save(state));
}

function watch(of: Run, seconds: number): Tally {
  const tally = new Tally(of.scene);
  run(of, seconds, (at) => tally.see(at));
  return tally;
}

export interface Difference {
  /** Mean of the differences, with − without, as a share of the mean without; and the half-width of its band. */
  readonly share: number;
  readonly band: number;
  readonly each: readonly number[];
}

export function differenceOf(list: readonly Pair[], figure: (tally: Tally, of: Run) => number): Difference {
  const before = list.map((pair) => figure(pair.without, pair.plain));
  const each = list.map((pair, i) => figure(pair.with, pair.changed) - before[i]);
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
  const base = mean(before);
  if (base === 0 && each.every((value) => value === 0)) return { share: 0, band: 0, each };
  return { share: mean(each) / base, band: bandOfMean(each) / base, each };
}

/** More, less or about the same: beyond the noise and beyond the band that counts as none. */
export function signOf({ share, band }: Difference, deadband = 0.01): -1 | 0 | 1 {
  if (Math.abs(share) <= band || Math.abs(share) <= deadband) return 0;
  return share > 0 ? 1 : -1;
}
