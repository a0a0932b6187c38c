import { describe, expect, it } from 'vitest';
import type { CompiledScene } from '../../../sim/scene';
import { edgeSlot, figures, type Run, run, start } from './simulate';
import { crossroads, smallCity } from './small-city';

/** Times at which a front passes onto an edge. */
function passagesOnto(of: Run, edgeId: string, seconds: number): number[] {
  const edge = edgeSlot(of, edgeId);
  const times: number[] = [];
  const was = new Int32Array(of.state.vehicles.capacity).fill(-1);
  run(of, seconds, ({ state, tick }) => {
    const { vehicles, network } = state;
    for (let row = 0; row < vehicles.rowEnd; row++) {
      const track = vehicles.track[row];
      const isOn = track >= 0 && track < network.roads.laneCount && network.trackEdge[track] === edge;
      if (isOn && was[row] >= network.roads.laneCount) times.push(tick / 2);
      was[row] = track;
    }
  });
  return times;
}

describe('a signal', () => {
  const approach = crossroads({ gates: { w: 60_000, e: 1 } });

  it('discharges a queue at 1,800 to 1,900 vehicles an hour and lane (1,876 published for this driver)', () => {
    const of = run(start(approach, 1), 300);
    const times = passagesOnto(of, 'we:m:e', 900);
    const headways = times.slice(1).map((time, i) => time - times[i]);
    // Within a green, from the fifth vehicle of the platoon on: start-up is over.
    const saturated: number[] = [];
    let place = 0;
    for (const headway of headways) {
      place = headway > 8 ? 0 : place + 1;
      if (place >= 4) saturated.push(headway);
    }
    const mean = saturated.reduce((sum, headway) => sum + headway, 0) / saturated.length;
    expect(saturated.length).toBeGreaterThan(60);
    expect(3_600 / mean).toBeGreaterThan(1_750);
    expect(3_600 / mean).toBeLessThan(1_950);
  });

  it('makes drivers wait longer when it goes dark in a full hour, and everyone still gets through', () => {
    const scene = crossroads({ gates: { n: 18_000, e: 18_000, s: 18_000, w: 18_000 } });
    const lit = run(start(scene, 2), 1_800);
    const dark = start(scene, 2);
    dark.signalSupply.fill(0.2);
    run(dark, 1_800);
    expect(figures(dark)['traffic.delay']).toBeGreaterThan(1.5 * figures(lit)['traffic.delay']);
    expect(figures(dark)['traffic.trips-arrived']).toBeGreaterThan(0.8 * figures(lit)['traffic.trips-arrived']);
    expect(figures(dark)['traffic.trips-stuck']).toBe(0);
  });

  it('that goes dark is told of once, and once again when it is lit', () => {
    const of = run(start(approach, 2), 10);
    of.signalSupply.fill(0.2);
    run(of, 60);
    of.signalSupply.fill(1);
    run(of, 10);
    const told = of.heard.filter(({ code }) => code.startsWith('traffic.signal'));
    expect(told.map(({ code, causes }) => [code, causes])).toEqual([
      ['traffic.signal-dark', []],
      ['traffic.signal-lit', [told[0].id]],
    ]);
  });

  it('that is dark has everyone stop before he goes on', () => {
    const of = start(crossroads(), 4);
    of.signalSupply.fill(0);
    run(of, 30);
    const slowestAtLine = new Float64Array(of.state.vehicles.capacity).fill(99);
    let passed = 0;
    run(of, 600, ({ state }) => {
      const { vehicles, network } = state;
      for (let row = 0; row < vehicles.rowEnd; row++) {
        const track = vehicles.track[row];
        const turn = track - network.roads.laneCount;
        if (turn >= 0 && network.roads.turnSignalIndex[turn] >= 0 && slowestAtLine[row] < 99) {
          passed++;
          expect(slowestAtLine[row]).toBeLessThan(0.5);
          slowestAtLine[row] = 99;
        } else if (track >= 0 && turn < 0 && network.roads.trackLengthM[track] - vehicles.positionM[row] < 5) {
          slowestAtLine[row] = Math.min(slowestAtLine[row], vehicles.speedMps[row]);
        } else slowestAtLine[row] = 99;
      }
    });
    expect(passed).toBeGreaterThan(20);
  });
});

describe('without a signal', () => {
  const arms = { n: [0, 300], e: [300, 0], s: [0, -300], w: [-300, 0], m: [0, 0] } as const;
  const flows: [string, CompiledScene][] = [
    [
      'a priority crossing',
      smallCity('priority', {
        nodes: arms,
        streets: {
          major: { path: ['w', 'm', 'e'], class: 'arterial', lanes: 1 },
          minor: { path: ['n', 'm', 's'], class: 'local' },
        },
        gates: { w: 10_000, e: 10_000, n: 4_000, s: 4_000 },
      }),
    ],
    [
      'right before left with four full arms',
      smallCity('equals', {
        nodes: arms,
        streets: { one: { path: ['w', 'm', 'e'], class: 'local' }, two: { path: ['n', 'm', 's'], class: 'local' } },
        gates: { w: 7_000, e: 7_000, n: 7_000, s: 7_000 },
      }),
    ],
    [
      'a roundabout',
      smallCity('roundabout', {
        nodes: arms,
        streets: {
          one: { path: ['w', 'm', 'e'], lanes: 1 },
          two: { path: ['n', 'm', 's'], lanes: 1 },
        },
        roundabouts: [{ node: 'm', radiusM: 18 }],
        gates: { w: 9_000, e: 9_000, n: 9_000, s: 9_000 },
      }),
    ],
  ];

  it.each(flows)('%s never locks up, and nobody waits for ever', (_, scene) => {
    const of = start(scene, 3);
    let longest = 0;
    run(of, 2_400, ({ state }) => {
      for (let row = 0; row < state.vehicles.rowEnd; row++) {
        longest = Math.max(longest, state.vehicles.stillSeconds[row]);
      }
    });
    expect(longest).toBeLessThan(150);
    expect(figures(of)['traffic.trips-arrived']).toBeGreaterThan(0.85 * figures(of)['traffic.trips-inserted']);
  });

  it('three who set off within the junction in the same half second do not stand in one another’s way', () => {
    const bent = smallCity('bent', {
      nodes: { m: [0, 0], e: [299, 22], n: [68, 292], w: [-259, 152], s: [84, -288] },
      streets: { one: { path: ['w', 'm', 'e'], class: 'local' }, two: { path: ['n', 'm', 's'], class: 'local' } },
      gates: { w: 32_000, e: 32_000, n: 32_000, s: 32_000 },
    });
    const of = start(bent, 2);
    let longest = 0;
    run(of, 1_800, ({ state }) => {
      for (let row = 0; row < state.vehicles.rowEnd; row++) {
        longest = Math.max(longest, state.vehicles.stillSeconds[row]);
      }
    });
    expect(longest).toBeLessThan(120);
  });

  it('the main road is not made to wait by the side road', () => {
    const of = run(start(flows[0][1], 4), 1_800);
    const { meanMps } = of.state.edges;
    expect(meanMps[edgeSlot(of, 'major:w:m')]).toBeGreaterThan(1.5 * meanMps[edgeSlot(of, 'minor:n:m')]);
  });
});

it('a junction that cannot be left is not entered', () => {
  const of = start(crossroads({ gates: { n: 12_000, e: 12_000, s: 12_000, w: 12_000 } }), 6);
  run(of, 300);
  // The road behind the junction comes to a crawl: at a limit of walking pace a queue fills it.
  const edge = edgeSlot(of, 'we:m:e');
  of.state.closures.edgeLimitKnob[edge] = 0.4;
  of.state.closures.stale = true;
  const { vehicles, network } = of.state;
  // Those who were on their way in when it happened may have to wait there.
  run(of, 120);
  let longestInside = 0;
  const inside = new Float64Array(vehicles.capacity);
  run(of, 900, () => {
    for (let row = 0; row < vehicles.rowEnd; row++) {
      inside[row] = vehicles.track[row] >= network.roads.laneCount ? inside[row] + 0.5 : 0;
      longestInside = Math.max(longestInside, inside[row]);
    }
  });
  expect(longestInside).toBeLessThan(45);
});
