import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { lengthOf } from '../../../sim/importers/geometry/polyline';
import { importPlan } from '../../../sim/importers/plan';
import { readScene } from '../../../sim/scene';

const folder = (path: string) => fileURLToPath(new URL(`../../../scenes/hunnan/${path}`, import.meta.url));

function filesIn(path: string): Map<string, string> {
  const names = readdirSync(folder(path)).filter((name) => name.endsWith('.json'));
  return new Map(names.sort().map((name) => [name, readFileSync(folder(path + name), 'utf8')]));
}

const committed = filesIn('');
const read = readScene(committed);
if (!read.ok) throw new Error(read.problems[0].message);
const scene = read.value;
const { galleries } = scene.galleries!;
const electricity = scene.electricity!;

describe('Hunnan New Town', () => {
  it('is grown from its plan to the byte', () => {
    const made = importPlan(filesIn('plan/'));
    if (!made.ok) throw new Error(made.problems.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'));
    expect([...made.value.keys()].sort()).toEqual([...committed.keys()].sort());
    for (const [name, text] of made.value) expect(text === committed.get(name), `${name} differs`).toBe(true);
  });

  it('stays below thirty megabytes', () => {
    let bytes = 0;
    for (const text of committed.values()) bytes += text.length;
    expect(bytes).toBeLessThan(30e6);
  });

  it('has 32 km of galleries, decks under one street counted once', () => {
    const tunnels = new Map(galleries.map(({ street, path }) => [`${street} ${path[0]}`, lengthOf(path) / 1_000]));
    let km = 0;
    for (const one of tunnels.values()) km += one;
    expect(Math.abs(km - 32)).toBeLessThanOrEqual(0.5);
    expect(galleries.length).toBeGreaterThan(tunnels.size);
  });

  it('carries power and telecom in every one, and the five lines of the reference section in its trunk', () => {
    const runsIn = (street: string) => {
      const own = new Set(
        galleries
          .filter((one) => one.street === street)
          .flatMap(({ compartments }) => compartments.map(({ id }) => id)),
      );
      const has = (lines: readonly { readonly compartment?: string }[]) =>
        lines.some(({ compartment }) => compartment !== undefined && own.has(compartment));
      return {
        power: has(electricity.branches),
        telecom: has(scene.telecom!.fibres),
        gas: has(scene.gas!.pipes),
        water: has(scene.water!.pipes),
        heat: has(scene.heat!.loops.flatMap(({ pipes }) => pipes)),
      };
    };
    for (const street of new Set(galleries.map(({ street: name }) => name!))) {
      const isTrunk = street === 'hunnanzhong';
      expect({ street, ...runsIn(street) }).toEqual({
        street,
        power: true,
        telecom: true,
        gas: isTrunk,
        water: isTrunk,
        heat: isTrunk,
      });
    }
  });

  it('has no line overhead: high voltage goes by the galleries for half its way and more', () => {
    expect(electricity.branches.filter(({ kind }) => kind !== 'cable')).toEqual([]);
    const kilovolts = new Map(electricity.buses.map((bus) => [bus.id, bus.kilovolts]));
    const high = electricity.branches.filter(({ from }) => kilovolts.get(from)! > 35);
    const metres = (lines: typeof high) => lines.reduce((sum, { lengthM }) => sum + lengthM, 0);
    expect(metres(high.filter(({ compartment }) => compartment !== undefined)) / metres(high)).toBeGreaterThan(0.5);
  });

  it('is as large as a scale test should be', () => {
    const { edges, signals, busLines } = scene.roads!;
    const seen = new Set<string>();
    let km = 0;
    for (const { id, opposite, shape } of edges) {
      if (opposite !== undefined && seen.has(opposite)) continue;
      seen.add(id);
      km += lengthOf(shape) / 1_000;
    }
    expect(km).toBeGreaterThanOrEqual(200);
    expect(scene.buildings!.buildings.length).toBeGreaterThanOrEqual(8_000);
    expect(scene.buildings!.buildings.reduce((sum, { residents }) => sum + (residents ?? 0), 0)).toBe(260_000);
    expect(signals.length).toBeGreaterThanOrEqual(200);
    expect(busLines.length).toBeGreaterThanOrEqual(18);
    expect(scene.services!.depots.some(({ kind }) => kind === 'maintenance')).toBe(true);
  });

  it('says of its claims that they are claims, and of all else whose it is', () => {
    const { facts, sources, illustrative } = scene.manifest;
    expect(illustrative).toBe(true);
    const claims = facts!.filter(({ source }) => source === 'hunnan-claim');
    expect(claims.length).toBeGreaterThanOrEqual(6);
    expect(claims.every(({ confidence }) => confidence === 'estimated')).toBe(true);
    expect(sources.find(({ id }) => id === 'hunnan-claim')!.publisher).toContain('no independent confirmation');
    expect(sources.find(({ id }) => id === 'drawing')!.confidence).toBe('illustrative');
  });
});
