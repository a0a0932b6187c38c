import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trafficDomain } from '../../../sim/domains/traffic';
import { hashBytes } from '../../../sim/kernel';
import type { CompiledScene } from '../../../sim/scene';
import { smallNet, withDemand } from '../../importers/sumo/small-net';
import { compiled } from '../../importers/sumo/sumo-files';
import { closeEdge, edgeSlot, figures, type Run, run, start } from './simulate';

const way = '<route edges="W E"/>';

function demanding(rows: string): CompiledScene {
  return compiled(withDemand(rows));
}

const mixed = demanding(
  `<vTypeDistribution id="mix"><vType id="x" probability="0.7"/><vType id="y" vClass="truck" probability="0.3"/></vTypeDistribution>
   <vType id="bus" vClass="bus"/>
   <flow id="f" type="mix" begin="0" end="300" probability="0.15" departLane="best" departSpeed="max">${way}</flow>
   <flow id="g" type="mix" begin="0" end="300" period="exp(0.05)" departPos="random_free"><route edges="S N"/></flow>
   <flow id="h" type="bus" begin="10" end="250" number="6" departLane="0">${way}</flow>
   <trip id="t" type="x" from="S" to="N" depart="30"/><vehicle id="v" type="x" depart="200" departPos="-20">${way}</vehicle>`,
);

/** Edges that each vehicle has been on, by its number in the list. */
function waysDriven(of: Run, seconds: number): Map<number, string[]> {
  const ways = new Map<number, string[]>();
  run(of, seconds, ({ state, scene }) => {
    const { vehicles, network } = state;
    for (let row = 0; row < vehicles.rowEnd; row++) {
      const track = vehicles.track[row];
      if (track < 0 || track >= network.roads.laneCount) continue;
      const edge = scene.elements.edge.ids[network.roads.laneEdge[track]];
      const way = ways.get(vehicles.tripKey[row]) ?? [];
      if (way[way.length - 1] !== edge) way.push(edge);
      ways.set(vehicles.tripKey[row], way);
    }
  });
  return ways;
}

describe('listed vehicles', () => {
  it('set out at their times, counted from the beginning of the run, and drive their edges in order', () => {
    const of = start(
      demanding(
        `<vehicle id="a" depart="10">${way}</vehicle><vehicle id="b" depart="25"><route edges="S N"/></vehicle>`,
      ),
    );
    expect(figures(run(of, 9.5))['traffic.trips-inserted']).toBe(0);
    expect(figures(run(of, 1))['traffic.trips-inserted']).toBe(1);
    const ways = waysDriven(of, 120);
    expect([...ways.values()]).toEqual([
      ['W', 'E'],
      ['S', 'N'],
    ]);
    expect(figures(of)).toMatchObject({ 'traffic.trips-inserted': 2, 'traffic.trips-arrived': 2 });
  });

  it('of times before the run begins are not of this run', () => {
    const of = start(
      demanding(`<vehicle id="a" depart="10">${way}</vehicle><vehicle id="b" depart="600">${way}</vehicle>`),
      1,
      25_200 + 300,
    );
    expect(figures(run(of, 400))['traffic.trips-inserted']).toBe(1);
  });

  it('never go faster than their type can', () => {
    const of = start(
      demanding(
        `<vType id="slow" maxSpeed="5"/><vehicle id="a" type="slow" depart="0" departSpeed="max">${way}</vehicle>`,
      ),
    );
    let fastestMps = 0;
    run(of, 60, ({ state }) => {
      fastestMps = Math.max(fastestMps, state.vehicles.speedMps[0]);
    });
    expect(fastestMps).toBeGreaterThan(4.5);
    expect(fastestMps).toBeLessThanOrEqual(5);
  });

  it('start on the lane and at the place that they ask for, if their class may use it', () => {
    const of = start(
      demanding(
        `<vType id="bus" vClass="bus"/><vehicle id="a" type="bus" depart="0" departLane="0" departPos="50">${way}</vehicle>
         <vehicle id="b" depart="0" departLane="1" departPos="-60">${way}</vehicle><vehicle id="c" depart="0" departLane="0">${way}</vehicle>`,
      ),
    );
    const { vehicles } = run(of, 0.5).state;
    const lane = (row: number) => of.scene.elements.lane.ids[vehicles.track[row]];
    expect([lane(0), lane(1)]).toEqual(['W_0', 'W_1']);
    expect(vehicles.positionM[0]).toBeCloseTo(50, 0);
    expect(vehicles.positionM[1]).toBeCloseTo(132.8, 0);
    expect(figures(of)['traffic.trips-waiting']).toBe(1); // no car may use the bus lane
  });

  it('follow ways of more edges than a row holds', () => {
    const edges = Array.from({ length: 300 }, (_, i) => i);
    const chain = smallNet().replace(
      '</net>',
      `${edges.map((i) => `<junction id="c${i}" type="priority" x="${1000 + 20 * i}" y="0" incLanes="${i > 0 ? `e${i - 1}_0` : ''}" intLanes="" shape="0,0"/>`).join('')}
         <junction id="c300" type="dead_end" x="7000" y="0" incLanes="" intLanes=""/>
         ${edges.map((i) => `<edge id="e${i}" from="c${i}" to="c${i + 1}"><lane id="e${i}_0" index="0" speed="15" length="19" shape="${1000 + 20 * i},0 ${1019 + 20 * i},0"/></edge>`).join('')}
         ${edges
           .slice(1)
           .map((i) => `<connection from="e${i - 1}" to="e${i}" fromLane="0" toLane="0" dir="s"/>`)
           .join('')}</net>`,
    );
    const names = edges.map((i) => `e${i}`);
    const rows = `<vehicle id="a" depart="0"><route edges="${names.join(' ')}"/></vehicle>`;
    const of = start(compiled(withDemand(rows, chain)));
    expect(waysDriven(of, 480).get(0)).toEqual(names);
    expect(figures(of)['traffic.trips-arrived']).toBe(1);
  });

  it('are all somewhere: due is waiting, running or arrived', () => {
    const of = start(mixed, 5);
    run(of, 400, ({ state }) => {
      const { listed, totals, vehicles, waiting } = state;
      expect(totals.inserted).toBe(vehicles.count + totals.arrived);
      expect(listed!.next).toBe(totals.inserted + waiting.count);
    });
    expect(of.state.listed!.next).toBe(of.state.listed!.order.length);
  });

  it('come out the same for the same seed, and differ for another', () => {
    const hash = (seed: number) => hashBytes(trafficDomain.save(run(start(mixed, seed), 200).state));
    expect(hash(3)).toBe(hash(3));
    expect(hash(3)).not.toBe(hash(4));
  });

  it('saved and loaded go on as if nothing had been, whenever it is done', () => {
    const bytes = (of: Run) => hashBytes(trafficDomain.save(of.state));
    const straight = bytes(run(start(mixed, 7), 220));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 439 }), (steps) => {
        const before = run(start(mixed, 7), steps / 2);
        const state = trafficDomain.load(mixed, before.state.settings, trafficDomain.save(before.state));
        const after: Run = { ...before, state, heard: [] };
        expect(bytes(after)).toBe(bytes(before));
        expect(bytes(run(after, 220 - steps / 2))).toBe(straight);
      }),
      { numRuns: 12 },
    );
  });

  it('leave their way only when it is shut, and count as diverted then', () => {
    const of = start(mixed, 2);
    run(of, 60);
    expect(figures(of)['traffic.trips-diverted']).toBe(0);
    closeEdge(of, 'E', true);
    run(of, 60);
    expect(figures(of)['traffic.trips-diverted']).toBeGreaterThan(0);
    const { vehicles, network } = of.state;
    for (let row = 0; row < vehicles.rowEnd; row++) {
      const next = vehicles.nextTurn[row];
      if (vehicles.track[row] >= 0 && next >= 0)
        expect(network.roads.laneEdge[network.roads.turnToLane[next]]).not.toBe(edgeSlot(of, 'E'));
    }
  });
});
