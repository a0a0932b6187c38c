/** An energy change against none over ten seeds: each pair goes on from one saved city. */
import { expect } from 'vitest';
import type { KpiName } from '../../sim/ports';
import type { CompiledScene } from '../../sim/scene';
import { bandOfMean } from '../../sim/studies';
import { figures, fork, run, type StartSettings, start, turn } from '../domains/energy/simulate';
import { type change, turnsOf } from './paired';

const SEEDS = 10;
const HOUR_S = 3_600;

export interface EnergyCase {
  readonly name: string;
  readonly scene: CompiledScene;
  readonly settings: StartSettings;
  readonly warmHours: number;
  /** What holds in both runs from their beginning. */
  readonly under?: readonly ReturnType<typeof change>[];
  readonly change: ReturnType<typeof change>;
  /** The change lasts so long, and the pair is watched so long. */
  readonly lastsHours: number;
  readonly watchedHours: number;
  readonly expected: Partial<Record<KpiName, -1 | 0 | 1>>;
}

/** What each figure has grown by since the change began; extremes and powers as they stand. */
export function pairOf(
  { scene, settings, under = [], warmHours, change: of, lastsHours, watchedHours }: EnergyCase,
  seed: number,
) {
  const plain = start(scene, { ...settings, seed });
  for (const each of under) turn(plain, turnsOf(scene, each));
  run(plain, warmHours * HOUR_S);
  const changed = fork(plain);
  const turns = turnsOf(scene, of);
  turn(changed, turns);
  const lasts = Math.min(lastsHours, watchedHours);
  run(changed, lasts * HOUR_S);
  if (lasts < watchedHours) {
    turn(
      changed,
      turns.map((each) => ({ ...each, value: null })),
    );
    run(changed, (watchedHours - lasts) * HOUR_S);
  }
  run(plain, watchedHours * HOUR_S);
  return { plain, changed, without: figures(plain), with: figures(changed) };
}

const DEADBAND = 0.002;

export function signs(each: EnergyCase): {
  found: Partial<Record<KpiName, number>>;
  pairs: ReturnType<typeof pairOf>[];
} {
  const pairs = Array.from({ length: SEEDS }, (_, i) => pairOf(each, i + 1));
  const found: Partial<Record<KpiName, number>> = {};
  for (const kpi of Object.keys(each.expected) as KpiName[]) {
    const differences = pairs.map((pair) => pair.with[kpi] - pair.without[kpi]);
    const mean = differences.reduce((sum, value) => sum + value, 0) / SEEDS;
    const base = pairs.reduce((sum, pair) => sum + Math.abs(pair.without[kpi]), 0) / SEEDS;
    const isNone = Math.abs(mean) <= bandOfMean(differences) || Math.abs(mean) <= DEADBAND * base;
    found[kpi] = isNone ? 0 : Math.sign(mean);
    // Nine in ten at least, seed by seed.
    if (found[kpi] !== 0) {
      expect(differences.filter((value) => Math.sign(value) === found[kpi]).length).toBeGreaterThanOrEqual(9);
    }
  }
  return { found, pairs };
}
