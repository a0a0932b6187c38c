import { describe, expect, it } from 'vitest';
import type { CompiledScene } from '../../../sim/scene';
import { assignRoads, type EdgeDemand } from '../../../sim/studies/assignment';
import { hasScene, sceneFromFolder } from '../../domains/traffic/scene-folder';

function edgeSlot(scene: CompiledScene, id: string): number {
  const slot = scene.elements.edge.slotOf(id);
  if (slot === undefined) throw new Error(`no edge ${id}`);
  return slot;
}

function solve(scene: CompiledScene, demand: EdgeDemand, settings = {}) {
  const found = assignRoads(scene.roads, demand, { relativeGap: 1e-8, ...settings });
  if (!found.ok) throw new Error(found.problems[0].message);
  return found.value;
}

describe('the roads of tiny/braess', () => {
  const scene = sceneFromFolder('tiny/braess');
  const through = { fromEdge: [edgeSlot(scene, 'in:start:fork')], toEdge: [edgeSlot(scene, 'out:meet:end')] };

  it('bring all trips through by routes that are cheapest together, edge after edge', () => {
    const found = solve(scene, { ...through, tripsPerHour: [2_400] });
    expect(found.converged).toBe(true);
    expect(found.figures.relativeGap).toBeLessThan(1e-8);
    expect(found.unreachedRows).toEqual([]);
    expect(found.routes.length).toBeGreaterThan(1);
    const flow = new Float64Array(scene.roads.edgeCount);
    for (const route of found.routes) {
      expect(route.edges[0]).toBe(through.fromEdge[0]);
      expect(route.edges.at(-1)).toBe(through.toEdge[0]);
      route.edges.forEach((edge, i) => {
        flow[edge] += route.tripsPerHour;
        if (i > 0) expect(scene.roads.edgeFromJunction[edge]).toBe(scene.roads.edgeToJunction[route.edges[i - 1]]);
      });
    }
    expect(found.routes.reduce((sum, route) => sum + route.tripsPerHour, 0)).toBeCloseTo(2_400, 6);
    flow.forEach((sum, edge) => {
      expect(Math.abs(sum - found.edgeFlowVehph[edge])).toBeLessThan(1);
    });
  });

  it('leave the bridge empty when it is closed, and find no way where the only one is', () => {
    const closed = new Uint8Array(scene.roads.edgeCount);
    closed[edgeSlot(scene, 'bridge:north:south')] = 1;
    const found = solve(scene, { ...through, tripsPerHour: [2_400] }, { closed });
    expect(found.edgeFlowVehph[edgeSlot(scene, 'bridge:north:south')]).toBe(0);
    expect(found.edgeFlowVehph[through.toEdge[0]]).toBeCloseTo(2_400, 6);
    closed[edgeSlot(scene, 'out:meet:end')] = 1;
    expect(solve(scene, { ...through, tripsPerHour: [2_400] }, { closed }).unreachedRows).toEqual([0]);
  });

  it('take longer the more they carry, and never less than on empty roads', () => {
    const light = solve(scene, { ...through, tripsPerHour: [10] });
    const heavy = solve(scene, { ...through, tripsPerHour: [3_000] });
    const { roads } = scene;
    for (let edge = 0; edge < roads.edgeCount; edge++) {
      const lane = roads.edgeFirstLane[edge];
      const free = roads.trackLengthM[lane] / roads.trackSpeedMps[lane];
      expect(light.edgeSeconds[edge]).toBeGreaterThanOrEqual(free);
      expect(heavy.edgeSeconds[edge]).toBeGreaterThanOrEqual(light.edgeSeconds[edge]);
    }
  });
});

describe('a signal', () => {
  const scene = sceneFromFolder('tiny/crossroads');

  it('costs those who cross it a part of its red, and leaves a lane its share of green', () => {
    const { roads } = scene;
    const entry = Array.from({ length: roads.edgeCount }, (_, edge) => edge).find(
      (edge) => roads.edgeToJunction[edge] >= 0 && roads.junctionSignal[roads.edgeToJunction[edge]] >= 0,
    )!;
    const exits = Array.from({ length: roads.edgeCount }, (_, edge) => edge).filter(
      (edge) => roads.edgeFromJunction[edge] === roads.edgeToJunction[entry] && edge !== entry,
    );
    const found = solve(scene, {
      fromEdge: exits.map(() => entry),
      toEdge: exits,
      tripsPerHour: exits.map(() => 100),
    });
    expect(found.converged).toBe(true);
    const lane = roads.edgeFirstLane[entry];
    const free = roads.trackLengthM[lane] / roads.trackSpeedMps[lane];
    // By 0.15 of the fourth power of flow over capacity, no green share at all would make it less than this.
    const flow = found.edgeFlowVehph[entry];
    expect(flow).toBeGreaterThan(0);
    expect(found.edgeSeconds[entry] / free - 1).toBeGreaterThan(
      0.15 * (flow / (1_876 * roads.edgeLaneCount[entry])) ** 4,
    );
    expect(found.figures.totalCost).toBeGreaterThan(flow * found.edgeSeconds[entry]);
  });
});

describe.skipIf(!hasScene('eco-park'))('the roads of the flagship', () => {
  const scene = sceneFromFolder('eco-park');

  it('join its gates to each other, and reach equilibrium between them under any load', () => {
    const gates = scene.scene.demand?.gates ?? [];
    const entries = gates.flatMap(({ inEdge }) => (inEdge === undefined ? [] : [edgeSlot(scene, inEdge)]));
    const exits = gates.flatMap(({ outEdge }) => (outEdge === undefined ? [] : [edgeSlot(scene, outEdge)]));
    expect(entries.length).toBeGreaterThan(2);
    const pairs = entries.flatMap((fromEdge) => exits.map((toEdge) => ({ fromEdge, toEdge })));
    for (const tripsPerHour of [50, 400]) {
      const found = solve(
        scene,
        {
          fromEdge: pairs.map((pair) => pair.fromEdge),
          toEdge: pairs.map((pair) => pair.toEdge),
          tripsPerHour: pairs.map(() => tripsPerHour),
        },
        { relativeGap: 1e-6 },
      );
      expect(found.unreachedRows).toEqual([]);
      expect(found.converged).toBe(true);
      expect(found.routes.length).toBeGreaterThanOrEqual(pairs.length);
    }
  });
});
