import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildEnergy } from '../../src/city/build/energy/build-energy';
import { type BuiltEnergy, energyBuffers, LineKind, MarkKind } from '../../src/city/build/energy/built-energy';
import { drape } from '../../src/city/build/energy/drape';
import { lanesInTrench } from '../../src/city/build/energy/lanes-in-trench';
import { groundOf } from '../../src/city/build/ground/ground';
import { lengthOf } from '../../src/city/build/polyline';
import { sceneOf } from './scenes';

const park = sceneOf('eco-park');
const builtPark = buildEnergy(park)!;
const feeders = sceneOf('tiny/one-feeder');
const builtFeeders = buildEnergy(feeders)!;

/** First and last point of each row, x east and y north. */
function endsOf({ lines }: BuiltEnergy, count = lines.gridCount): Map<number, { from: number[]; to: number[] }> {
  const ends = new Map<number, { from: number[]; to: number[] }>();
  for (let i = 0; i < count; i++) {
    const row = lines.signs[2 * i];
    const from = [lines.places[8 * i], -lines.places[8 * i + 2]];
    const to = [lines.places[8 * i + 4], -lines.places[8 * i + 6]];
    ends.set(row, { from: ends.get(row)?.from ?? from, to });
  }
  return ends;
}

describe('a line that follows the ground', () => {
  it('is nowhere farther from it than half a metre, however the ground lies, except where that would take crumbs', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 25, noNaN: true }),
        fc.double({ min: 0.002, max: 0.02, noNaN: true }),
        fc.double({ min: -600, max: 600, noNaN: true }),
        (heightM, wave, x) => {
          const heightAt = (px: number, py: number) => heightM * Math.sin(px * wave) * Math.cos(py * wave);
          const line = drape([[0, 0], [x, 400], [x + 300, 380]], heightAt); // biome-ignore format: three points
          for (let i = 1; i < line.length; i++) {
            const [[ax, ay], [bx, by]] = [line[i - 1], line[i]];
            if (Math.hypot(bx - ax, by - ay) <= 12) continue;
            const middle = heightAt((ax + bx) / 2, (ay + by) / 2);
            expect(Math.abs(middle - (heightAt(ax, ay) + heightAt(bx, by)) / 2)).toBeLessThanOrEqual(0.5);
          }
          expect(lengthOf(line)).toBeCloseTo(lengthOf([[0, 0], [x, 400], [x + 300, 380]]), 6); // biome-ignore format: three points
        },
      ),
    );
  });

  it('takes no more points than it needs', () => {
    expect(drape([[0, 0], [150, 0]], () => 7)).toHaveLength(2); // biome-ignore format: two points
  });
});

describe('lines of one trench', () => {
  const street: [number, number][] = [
    [0, 0],
    [400, 0],
  ];
  const elsewhere: [number, number][] = [
    [0, 900],
    [400, 900],
  ];

  it('lie beside one another, and one that is alone lies in the middle', () => {
    const runs = ['a', 'b', 'c', 'd'].map((key) => ({ key, paths: [street] }));
    const lanes = lanesInTrench([...runs, { key: 'alone', paths: [elsewhere] }]);
    expect(new Set(runs.map(({ key }) => lanes.get(key))).size).toBe(4);
    expect(lanes.get('alone')).toBe(0);
  });

  it('of the flagship share a lane of a street only where eleven are not enough', () => {
    const inLane = new Map<string, Set<string>>();
    const { electricity } = park.scene;
    const paths = electricity!.branches.filter(({ feeder, path }) => feeder && path);
    const runs = [...new Set(paths.map(({ feeder }) => feeder!))].map((key) => ({
      key,
      paths: paths.filter(({ feeder }) => feeder === key).map(({ path }) => path!),
    }));
    const lanes = lanesInTrench(runs);
    for (const { key, paths: own } of runs) {
      for (const path of own) {
        for (const [x, y] of path) {
          const cell = `${Math.round(x / 20)} ${Math.round(y / 20)}`;
          const there = inLane.get(`${cell} ${lanes.get(key)}`) ?? new Set<string>();
          inLane.set(`${cell} ${lanes.get(key)}`, there.add(key));
        }
      }
    }
    const crowded = [...inLane.values()].filter(({ size }) => size > 1).length;
    expect(crowded / inLane.size).toBeLessThan(0.05);
  });
});

describe('the drawn grid', () => {
  it.each([
    ['the flagship', park, builtPark],
    ['one feeder', feeders, builtFeeders],
  ] as const)('of %s leads every branch from the bus it is named from to the other', (_, scene, built) => {
    const { buses, branches } = scene.scene.electricity!;
    const at = new Map(buses.map((bus) => [bus.id, bus.at]));
    const ends = endsOf(built);
    for (const { id, from, to } of branches) {
      const { from: first, to: last } = ends.get(scene.elements.branch.slotOf(id) as number)!;
      const away = (point: number[], bus: string) => Math.hypot(point[0] - at.get(bus)![0], point[1] - at.get(bus)![1]);
      expect(away(first, from), id).toBeLessThanOrEqual(3);
      expect(away(last, to), id).toBeLessThanOrEqual(3);
    }
  });

  it('lies a little above the ground everywhere', () => {
    const ground = groundOf(park);
    const { places, count } = builtPark.lines;
    for (let i = 0; i < count; i++) {
      const [x, y, z] = [0, 1, 2].map((k) => (places[8 * i + k] + places[8 * i + 4 + k]) / 2);
      const above = y - ground.heightAt(x, -z);
      expect(above > 0.3 && above < 2.5, `${x} ${-z}: ${above}`).toBe(true);
    }
  });

  it('names a row of the frame for every line and pipe, pipes after buses: heat, cold, then gas by slot', () => {
    const { signs, gridCount, count } = builtPark.lines;
    const { branch, transformer, bus } = park.elements;
    const firstPipe = branch.count + transformer.count + bus.count;
    const { heat, cooling, gas } = park.scene;
    const loops = [...heat!.loops, ...cooling!.loops];
    const heatPipes = loops.reduce((sum, { pipes }) => sum + pipes.length, 0);
    expect([builtPark.heatPipes, builtPark.gasPipes]).toEqual([heatPipes, gas!.pipes.length]);
    const seen = new Set<number>();
    for (let i = 0; i < count; i++) {
      const [row, kind] = [signs[2 * i], signs[2 * i + 1]];
      expect(row < firstPipe).toBe(i < gridCount);
      expect(kind > LineKind.feeder).toBe(i >= gridCount);
      if (i < gridCount) continue;
      expect(kind === LineKind.gas).toBe(row >= firstPipe + heatPipes);
      seen.add(row);
    }
    expect(seen.size).toBe(heatPipes + gas!.pipes.length);
    expect(Math.max(...seen)).toBe(firstPipe + heatPipes + gas!.pipes.length - 1);
  });

  it('leads a pipe from its `from` end to its `to` end, so that a flow points the right way', () => {
    const ends = endsOf(builtPark, builtPark.lines.count);
    const { branch, transformer, bus } = park.elements;
    let row = branch.count + transformer.count + bus.count;
    for (const { pipes, nodes } of [...park.scene.heat!.loops, ...park.scene.cooling!.loops]) {
      const at = new Map(nodes.map((node) => [node.id, node.at]));
      for (const { from, to } of pipes) {
        const { from: first, to: last } = ends.get(row++)!;
        const off = (point: number[], [x, y]: readonly [number, number]) => Math.hypot(point[0] - x, point[1] - y);
        const right = off(first, at.get(from)!) + off(last, at.get(to)!);
        const wrong = off(first, at.get(to)!) + off(last, at.get(from)!);
        expect(right).toBeLessThanOrEqual(wrong);
      }
    }
  });

  it('holds numbers only, and is handed over without a copy', () => {
    for (const built of [builtPark, builtFeeders]) {
      const { lines, marks } = built;
      for (const array of [lines.places, lines.sides, marks.places]) expect(array.every(Number.isFinite)).toBe(true);
      const buffers = energyBuffers(built);
      expect(new Set(buffers).size).toBe(buffers.length);
    }
    expect(buildEnergy(sceneOf('tiny/ring'))).toBeNull();
  });

  it('says of every building which bus serves it', () => {
    const { building, bus } = park.elements;
    for (const { id, serves } of park.scene.buildings!.buildings) {
      const slot = builtPark.buildingBus[building.slotOf(id) as number];
      expect(bus.ids[slot]).toBe(serves?.electricity);
    }
  });
});

describe('signs', () => {
  it('stand for every transformer, supply, store and station, and for every bus with sun or wind', () => {
    const { electricity, stations } = park.scene;
    const of = (kind: number) => builtPark.marks.elements.filter((_, i) => builtPark.marks.signs[3 * i] === kind);
    expect(of(MarkKind.transformer)).toHaveLength(electricity!.transformers.length);
    expect(of(MarkKind.supply)).toHaveLength(electricity!.supplies.length);
    expect(of(MarkKind.battery)).toHaveLength(electricity!.batteries.length);
    expect(of(MarkKind.station).map(({ id }) => id)).toEqual(stations!.stations.map(({ id }) => id));
    const sunny = electricity!.generators.filter(({ kind }) => kind === 'photovoltaic').map(({ bus }) => bus);
    expect(new Set(of(MarkKind.sun).map(({ id }) => id))).toEqual(new Set(sunny));
  });

  it('of one house stand in a row, each with room of its own', () => {
    const { places, elements } = builtPark.marks;
    const mains = elements.flatMap(({ id }, i) => (/^west\.t/.test(id) ? [places[4 * i + 3]] : []));
    expect(mains).toHaveLength(3);
    const sorted = [...mains].sort((a, b) => a - b);
    expect(sorted[1] - sorted[0]).toBeGreaterThanOrEqual(27);
    expect(sorted[0] + sorted[2]).toBeCloseTo(2 * sorted[1]);
  });
});
