import { describe, expect, it } from 'vitest';
import { parseZonesPlan } from '../../../sim/importers/plan/land/zones-plan';
import { growNetworks, parseNetworksPlan } from '../../../sim/importers/plan/networks';
import { streetGraphOf } from '../../../sim/importers/plan/street-graph';
import { committed, planFiles, streetPlanOfEcoPark } from '../eco-park/scene-files';
import { askedAt, buildings, plan, reachedFrom, scene } from './eco-park-networks';

const NETWORKS = [
  'electricity',
  'heat',
  'cooling',
  'gas',
  'stations',
  'water',
  'drainage',
  'telecom',
  'galleries',
  'sensors',
  'overlays',
];

describe('services of the eco-park', () => {
  it('reach every building: electricity, water, drainage and telecom', () => {
    for (const { id, serves } of buildings) {
      expect(Object.keys(serves ?? {}), id).toEqual(
        expect.arrayContaining(['electricity', 'water', 'drainage', 'telecom']),
      );
    }
  });

  it('speak through fibres that all lead to the exchange, cabinets by a second way where they are last', () => {
    const { nodes, fibres } = scene.telecom!;
    const exchange = nodes.filter((node) => node.kind === 'exchange');
    expect(exchange).toHaveLength(1);
    expect(reachedFrom([exchange[0].id], fibres).size).toBe(nodes.length);
    const degree = new Map<string, number>();
    for (const { from, to } of fibres) for (const end of [from, to]) degree.set(end, (degree.get(end) ?? 0) + 1);
    const cabinets = nodes.filter((node) => node.kind === 'cabinet');
    const single = cabinets.filter(({ id }) => degree.get(id) === 1);
    expect(single.length / cabinets.length).toBeLessThan(0.05);
  });

  it('are watched: a loop on every approach to a signal, weather, air and water levels, each heard by a cell', () => {
    const { sensors } = scene.sensors!;
    const { edges, junctions, signals } = scene.roads!;
    const signalled = new Set(signals.map((signal) => junctions.find(({ id }) => id === signal.junction)!.node));
    const approaches = edges.filter((edge) => signalled.has(edge.to)).map(({ id }) => id);
    expect(new Set(sensors.filter((one) => one.kind === 'loop').map((one) => one.element))).toEqual(
      new Set(approaches),
    );
    for (const kind of ['weather', 'air-quality', 'water-level']) {
      expect(
        sensors.some((one) => one.kind === kind),
        kind,
      ).toBe(true);
    }
    const cells = new Set(scene.telecom!.nodes.filter((node) => node.kind === 'cell').map(({ id }) => id));
    expect(sensors.filter((one) => !cells.has(one.telecom!))).toEqual([]);
  });

  it('have meters where a connection is laid out for as much as the plan asks of one, and nowhere else', () => {
    const meters = scene.sensors!.sensors.filter((one) => one.kind === 'smart-meter');
    const metered = new Set(meters.map((one) => one.element));
    expect(metered.size).toBe(meters.length);
    const { electricityKw, heatGjPerYear, gasM3PerYear, fullLoadHours } = plan.sensors.meters;
    const loads = new Map(scene.roads!.chargingSites.map((site) => [site.electricity, site.id]));
    for (const [bus, kw] of askedAt('electricity', (one) => one.electricityKw)) {
      if (kw >= electricityKw) expect(metered, bus).toContain(bus);
      else if (!loads.has(bus)) expect(metered, bus).not.toContain(bus);
    }
    for (const [node, kw] of askedAt('heat', (one) => one.lowHeatKw + one.highHeatKw)) {
      expect(metered.has(node), node).toBe(kw * fullLoadHours.heat * 3.6e-3 >= heatGjPerYear);
    }
    for (const [node, kw] of askedAt('cooling', (one) => one.coolingKw)) {
      expect(metered.has(node), node).toBe(kw * fullLoadHours.cooling * 3.6e-3 >= heatGjPerYear);
    }
    for (const [node, kw] of askedAt('gas', (one) => one.gasKw)) {
      const m3 = (kw * fullLoadHours.gas * 3.6) / scene.gas!.calorificMjPerM3;
      expect(metered.has(node), node).toBe(m3 >= gasM3PerYear);
    }
  });

  it('lie beside three other plans, all marked as drawn by us', () => {
    const { overlays } = scene.overlays!;
    expect(overlays).toHaveLength(3);
    expect(new Set(overlays.map(({ confidence }) => confidence))).toEqual(new Set(['illustrative']));
  });

  it('take no more than three megabytes', () => {
    const bytes = NETWORKS.reduce((sum, name) => sum + committed.get(`${name}.json`)!.length, 0);
    expect(bytes).toBeLessThan(3_000_000);
  });
});

describe('a plan of networks', () => {
  it('is refused with the path of every place that is not there', () => {
    const wrong = structuredClone(plan);
    wrong.gas.gates[0].node = 'nowhere';
    wrong.energy.stations[3].site = 'no-site';
    wrong.energy.stations[4].substation = 'moon';
    wrong.galleries[0].to = 'tuanjie-nowhere';
    wrong.controlCentre.house = 'No House';
    wrong.demand.shift();
    const zones = parseZonesPlan(JSON.parse(planFiles.get('zones.json')!));
    if (!zones.ok) throw new Error(zones.problems[0].message);
    const streets = streetGraphOf(streetPlanOfEcoPark());
    const { terrain, roads } = scene;
    const refused = growNetworks({
      plan: wrong,
      zones: zones.value,
      streets,
      terrain: terrain!,
      roads: roads!,
      buildings,
    });
    expect(refused.ok).toBe(false);
    const paths = refused.ok ? [] : refused.problems.map(({ path }) => path.join('.'));
    expect(paths.sort()).toEqual([
      'controlCentre.house',
      'demand',
      'energy.stations.3.site',
      'energy.stations.4.substation',
      'galleries.0.to',
      'gas.gates.0.node',
    ]);
  });

  it('is refused where its form is wrong', () => {
    const parsed = parseNetworksPlan({ demand: [{ use: 'castle' }] });
    expect(parsed.ok).toBe(false);
  });
});
