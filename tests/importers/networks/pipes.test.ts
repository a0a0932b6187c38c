import { describe, expect, it } from 'vitest';
import { areaOf } from '../../../sim/importers/plan/networks/pipes/pipe-sizes';
import { servesCold, servesHeat, stationGasKw } from '../../../sim/importers/plan/networks/pipes/size-stations';
import { askedAt, askedBy, askedInAll, buildings, flowsFrom, plan, reachedFrom, scene } from './eco-park-networks';

const { stations } = scene.stations!;

describe.each(['heat', 'cooling'] as const)('%s of the eco-park', (network) => {
  const { loops } = scene[network]!;
  const asked = askedAt(network, (demand) =>
    network === 'heat' ? demand.lowHeatKw + demand.highHeatKw : demand.coolingKw,
  );

  it('is a tree from its station in every loop, and no pipe is faster than two metres a second', () => {
    for (const loop of loops) {
      const roots = loop.sources.map((source) => source.node);
      const flows = flowsFrom(roots, loop.pipes, (node) => asked.get(node) ?? 0);
      expect(flows.size).toBe(loop.pipes.length);
      expect(reachedFrom(roots, loop.pipes).size).toBe(loop.nodes.length);
      for (const [pipe, kw] of flows) {
        const m3PerS = kw / (4.186 * Math.abs(loop.supplyC - loop.returnC)) / 990;
        expect(m3PerS / areaOf(pipe.diameterM), pipe.id).toBeLessThanOrEqual(2);
      }
    }
  });

  it('is fed on the design day with the largest unit of any station out', () => {
    for (const { id, units } of stations) {
      const own = loops.filter((loop) => loop.sources.some((source) => source.station === id));
      const of = (level: string) =>
        own
          .filter((loop) => loop.id.endsWith(level))
          .flatMap((loop) => loop.nodes)
          .reduce((sum, node) => sum + (asked.get(node.id) ?? 0), 0);
      const kw = { lowHeatKw: of('.45'), highHeatKw: of('.90'), coolingKw: of('.c') };
      expect(kw.lowHeatKw + kw.highHeatKw + kw.coolingKw, id).toBeGreaterThan(0);
      expect(network === 'heat' ? servesHeat(units, kw) : servesCold(units, kw), id).toBe(true);
    }
  });

  it('reaches every building that asks for it, homes by the low-temperature loop', () => {
    for (const building of buildings) {
      const { lowHeatKw, highHeatKw, coolingKw } = askedBy(building);
      const asks = network === 'heat' ? lowHeatKw + highHeatKw > 0 : coolingKw > 0;
      expect(building.serves?.[network] !== undefined, building.id).toBe(asks);
      if (network === 'heat' && lowHeatKw > 0) expect(building.serves!.heat!.startsWith('45/')).toBe(true);
    }
  });
});

describe('stations of the eco-park', () => {
  const total = (kind: string, rating: 'electricKw' | 'heatKw' | 'coolingKw') =>
    stations
      .flatMap(({ units }) => units)
      .filter((unit) => unit.kind === kind && !unit.id.includes('peak'))
      .reduce((sum, unit) => sum + (unit[rating] ?? 0) * (unit.count ?? 1), 0) / 1000;

  it('are ten, with the engines, heat pumps, boilers and chillers of the candidate park', () => {
    expect(stations).toHaveLength(10);
    expect(Math.abs(total('chp-engine', 'electricKw') / 63 - 1)).toBeLessThan(0.03);
    expect(Math.abs(total('ground-source-heat-pump', 'heatKw') / 82 - 1)).toBeLessThan(0.03);
    expect(Math.abs(total('gas-boiler', 'heatKw') / 96 - 1)).toBeLessThan(0.05);
    expect(Math.abs(total('absorption-chiller', 'coolingKw') / 62 - 1)).toBeLessThan(0.03);
    expect(Math.abs(total('electric-chiller', 'coolingKw') / 111 - 1)).toBeLessThan(0.03);
  });
});

describe('gas of the eco-park', () => {
  const { nodes, pipes, regulators, supplies, calorificMjPerM3 } = scene.gas!;
  const medium = nodes.filter((node) => node.pressureLevel === 'medium').map(({ id }) => id);

  it('connects every node to each of its gates', () => {
    for (const gate of supplies) {
      const others = new Set(supplies.filter((one) => one !== gate).map((one) => one.node));
      const links = [...pipes, ...regulators.filter((one) => !others.has(one.from))];
      const reached = reachedFrom([gate.node], links);
      expect(nodes.filter(({ id }) => !reached.has(id) && !others.has(id))).toEqual([]);
    }
  });

  it('has rings: more pipes than a tree would need', () => {
    expect(pipes.length).toBeGreaterThan(medium.length);
  });

  it('gives each regulator and either gate as much as all behind it ask for', () => {
    const asked = askedAt('gas', (demand) => demand.gasKw);
    const kgPerS = (kw: number) => (kw / 1000 / calorificMjPerM3) * 0.75;
    for (const [node, kw] of asked) {
      const regulator = regulators.find((one) => one.to === node)!;
      expect(regulator.maxKgPerS, node).toBeGreaterThanOrEqual(kgPerS(kw));
    }
    const burnt = stations.reduce((sum, { units }) => sum + stationGasKw(units), askedInAll.gasKw);
    for (const gate of supplies) {
      expect(regulators.find((one) => one.from === gate.node)!.maxKgPerS).toBeGreaterThanOrEqual(kgPerS(burnt) - 0.01);
    }
  });

  it('reaches every station and every building that burns gas', () => {
    for (const { gas } of stations) expect(medium).toContain(gas);
    for (const building of buildings) {
      expect(building.serves?.gas !== undefined, building.id).toBe(askedBy(building).gasKw > 0);
    }
  });
});

describe('water of the eco-park', () => {
  const { nodes, pipes, pumps, reservoirs, tanks } = scene.water!;

  it('connects every node to either waterworks alone', () => {
    for (const works of reservoirs) {
      const reached = reachedFrom([works.node], [...pipes, ...pumps.filter((pump) => pump.from === works.node)]);
      const others = new Set(reservoirs.filter((one) => one !== works).map((one) => one.node));
      expect(nodes.filter(({ id }) => !reached.has(id) && !others.has(id))).toEqual([]);
    }
  });

  it('stands under 15 to 80 metres of head at every building, before what flowing costs', () => {
    const heightOf = new Map(nodes.map((node) => [node.id, node.heightM!]));
    const heads = plan.water.works.map((one) => one.levelM + one.pumpHeadM);
    for (const building of buildings) {
      const height = heightOf.get(building.serves?.water ?? '');
      expect(height, building.id).toBeDefined();
      for (const head of heads) {
        expect(head - height!).toBeGreaterThan(15);
        expect(head - height!).toBeLessThan(80);
      }
    }
    for (const tank of tanks) for (const head of heads) expect(head).toBeGreaterThanOrEqual(tank.floorM + tank.depthM);
  });

  it('keeps its rings: one pipe lost leaves nine nodes in ten with water from elsewhere', () => {
    const degree = new Map<string, number>();
    for (const { from, to } of pipes) for (const end of [from, to]) degree.set(end, (degree.get(end) ?? 0) + 1);
    const deadEnds = nodes.filter(({ id }) => degree.get(id) === 1).length;
    expect(deadEnds / nodes.length).toBeLessThan(0.1);
  });
});

describe('drainage of the eco-park', () => {
  const { nodes, drains, outfalls } = scene.drainage!;
  const byName = new Map(nodes.map((node) => [node.id, node]));

  it('falls all the way, at the least slope of its plan or more', () => {
    for (const { id, from, to, lengthM } of drains) {
      const fallM = byName.get(from)!.invertM - byName.get(to)!.invertM;
      expect(fallM, id).toBeGreaterThanOrEqual(plan.drainage.leastSlope * lengthM);
    }
  });

  it('leads every node to an outfall', () => {
    const out = new Map<string, string>();
    for (const { from, to } of drains) {
      expect(out.has(from), `${from} leads two ways`).toBe(false);
      out.set(from, to);
    }
    const mouths = new Set(outfalls.map((outfall) => outfall.node));
    for (const { id } of nodes) {
      let at: string | undefined = id;
      while (at !== undefined && !mouths.has(at)) at = out.get(at);
      expect(at, `${id} leads nowhere`).toBeDefined();
    }
  });

  it('lies under its cover and not deeper than anyone would dig', () => {
    const largestAt = new Map<string, number>();
    for (const { from, diameterM } of drains) largestAt.set(from, Math.max(largestAt.get(from) ?? 0, diameterM));
    for (const { id, heightM, invertM } of nodes) {
      if (heightM === undefined) continue;
      expect(heightM - invertM - (largestAt.get(id) ?? 0), id).toBeGreaterThan(plan.drainage.coverM - 0.02);
      expect(heightM - invertM, id).toBeLessThan(6);
    }
  });

  it('ends above the water of brooks and ditches; only the lake may stand in its mouths', () => {
    for (const { id, node, levelM } of outfalls) {
      const overM = byName.get(node)!.invertM - levelM;
      expect(overM, id).toBeGreaterThan(id.startsWith('lake') ? -2.5 : 0);
    }
  });

  it('never narrows downstream', () => {
    const into = new Map<string, number>();
    for (const { to, diameterM } of drains) into.set(to, Math.max(into.get(to) ?? 0, diameterM));
    for (const { id, from, diameterM } of drains) expect(diameterM, id).toBeGreaterThanOrEqual(into.get(from) ?? 0);
  });
});
