import { describe, expect, it } from 'vitest';
import { trafficDomain } from '../../../../sim/domains/traffic';
import { BUS_HOUR } from '../../../../sim/domains/traffic/buses/bus-runs';
import {
  corridorOf,
  createTimeDistance,
  loopsOf,
  recordTimeDistance,
  recordTrips,
  sumEdges,
  type TripRecord,
  writeDetectors,
  writeEdges,
  writeEmissions,
  writeJunctions,
  writeSummary,
  writeTrajectories,
  writeTrips,
} from '../../../../sim/domains/traffic/outputs';
import { TRIPS_AN_HOUR } from '../../../../sim/domains/traffic/outputs/corridor-watch';
import { csvRow } from '../../../../sim/domains/traffic/outputs/text-sink';
import { hashBytes } from '../../../../sim/kernel';
import { withDemand } from '../../../importers/sumo/small-net';
import { compiled } from '../../../importers/sumo/sumo-files';
import { crossroads } from '../small-city';
import { sheet, watch } from './watched';

const city = crossroads({ gates: { n: 9_000, e: 9_000, s: 9_000, w: 9_000 } });
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

describe('what a run writes down of its traffic', () => {
  it('changes nothing of the run', () => {
    const alone = watch(city, 300, []);
    const loops = [{ id: 'l', lane: 0, atM: 50 }];
    const watched = watch(city, 300, [
      writeTrajectories(sheet()),
      writeTrips(sheet()),
      writeEdges(sheet(), 60),
      writeDetectors(sheet(), loops, 60),
      writeSummary(sheet()),
      writeJunctions(sheet()),
      writeEmissions(sheet(), 60),
    ]);
    expect(hashBytes(trafficDomain.save(watched))).toBe(hashBytes(trafficDomain.save(alone)));
  });

  it('has one row a vehicle and step in the trajectories, each on the drawn line of its track', () => {
    const out = sheet();
    let vehicles = 0;
    const state = watch(city, 60, [writeTrajectories(out)], ({ vehicles: { count } }) => (vehicles += count));
    const rows = out.rows.filter((row) => Number(row.seconds) > 0);
    expect(rows.length).toBe(vehicles);
    const { roads, elements } = state.scene;
    for (const row of rows.slice(0, 500)) {
      const lane = elements.lane.slotOf(row.track);
      const track = lane ?? roads.laneCount + elements.turn.slotOf(row.track)!;
      let nearest = Number.POSITIVE_INFINITY;
      for (let p = roads.trackPointStart[track]; p < roads.trackPointStart[track + 1] - 1; p++) {
        const [ax, ay, bx, by] = [...roads.trackPoints.slice(2 * p, 2 * p + 4)];
        const [x, y] = [Number(row.x_m), Number(row.y_m)];
        const off = Math.abs((bx - ax) * (y - ay) - (by - ay) * (x - ax)) / (Math.hypot(bx - ax, by - ay) || 1);
        nearest = Math.min(nearest, off);
      }
      expect(nearest).toBeLessThan(1e-4);
    }
  });

  it('writes trajectories at the times asked for', () => {
    const out = sheet();
    watch(city, 20, [writeTrajectories(out, 5)]);
    expect([...new Set(out.numbers('seconds'))]).toEqual([0, 5, 10, 15, 20]);
  });

  it('loses nobody between the edges: who departed or entered has left, arrived, or is there', () => {
    const out = sheet();
    let there: number[] = [];
    const state = watch(city, 600, [writeEdges(out, 150)]);
    const { vehicles, network } = state;
    there = Array.from({ length: network.roads.edgeCount }, () => 0);
    const start = Array.from({ length: network.roads.edgeCount }, () => 0);
    for (let row = 0; row < vehicles.rowEnd; row++) {
      const track = vehicles.track[row];
      if (track >= 0 && track < network.roads.laneCount) there[network.trackEdge[track]]++;
    }
    watch(city, 0.5, [
      {
        start: ({ vehicles: { track, rowEnd } }) => {
          for (let row = 0; row < rowEnd; row++)
            if (track[row] >= 0 && track[row] < network.roads.laneCount) start[network.trackEdge[track[row]]]++;
        },
        stepped() {},
        end() {},
      },
    ]);
    const balance = [...start];
    for (const row of out.rows) {
      const edge = state.scene.elements.edge.slotOf(row.edge)!;
      balance[edge] += Number(row.departed) + Number(row.entered) - Number(row.left) - Number(row.arrived);
    }
    expect(balance).toEqual(there);
    expect(sum(out.numbers('arrived'))).toBe(state.totals.arrived);
  });

  it('adds up on the edges to the time and the distance that were driven outside junctions', () => {
    let seconds = 0;
    let distanceM = 0;
    let insideM = 0;
    let insideSeconds = 0;
    const observer = sumEdges(100, (_state, _from, _to, sums) => {
      seconds += sum([...sums.seconds]);
      distanceM += sum([...sums.distanceM]);
    });
    const state = watch(city, 300, [observer], ({ vehicles, network }) => {
      for (let row = 0; row < vehicles.rowEnd; row++) {
        if (vehicles.track[row] < network.roads.laneCount) continue;
        insideM += 0.5 * vehicles.speedMps[row];
        insideSeconds += 0.5;
      }
    });
    expect(Math.abs(seconds + insideSeconds - state.totals.drivenSeconds)).toBeLessThan(
      0.01 * state.totals.drivenSeconds,
    );
    expect(Math.abs(distanceM + insideM - state.totals.distanceM)).toBeLessThan(0.01 * state.totals.distanceM);
  });

  it('has a record for every trip: arrived, running or waiting', () => {
    const trips: TripRecord[] = [];
    const state = watch(city, 600, [recordTrips((trip) => trips.push(trip))]);
    const of = (name: TripRecord['state']) => trips.filter((trip) => trip.state === name);
    expect(of('arrived').length).toBe(state.totals.arrived);
    expect(of('running').length).toBe(state.vehicles.count);
    expect(of('waiting').length).toBe(state.waiting.count);
    expect(new Set(trips.map(({ id }) => id)).size).toBe(trips.length);
    for (const trip of of('arrived').filter(({ departSeconds }) => departSeconds >= 0)) {
      expect(trip.durationSeconds).toBeGreaterThan(trip.routeM / 30);
      expect(trip.waitingSeconds + 1).toBeLessThanOrEqual(trip.durationSeconds);
      expect(trip.lossSeconds).toBeGreaterThanOrEqual(0);
      expect(trip.routeM).toBeGreaterThan(500);
    }
  });

  it('counts in its summary whom the model counts', () => {
    const out = sheet();
    const state = watch(city, 300, [writeSummary(out)]);
    const last = out.rows.at(-1)!;
    expect(Number(last.running)).toBe(state.vehicles.count);
    expect(Number(last.arrived)).toBe(state.totals.arrived);
    expect(out.rows.length).toBe(600);
  });

  it('knows the loops of an imported scene, and counts at each who passes it', () => {
    const loops =
      '<inductionLoop id="early" lane="W_1" pos="60" freq="60"/><inductionLoop id="late" lane="E_0" pos="150" freq="60"/>';
    const files = withDemand(
      '<route id="r" edges="W E"/><flow id="f" route="r" begin="0" end="120" number="12" departLane="1" departSpeed="max"/>',
    );
    files.set('loops.add.xml', `<additional>${loops}</additional>`);
    const scene = compiled(files);
    expect(loopsOf(scene).map(({ id, atM }) => [id, Math.round(atM)])).toEqual([
      ['early', 60],
      ['late', 150],
    ]);
    const out = sheet();
    watch(scene, 300, [writeDetectors(out, loopsOf(scene), 100)]);
    for (const id of ['early', 'late']) {
      const rows = out.rows.filter(({ detector }) => detector === id);
      expect(rows.length).toBe(3);
      expect(sum(rows.map(({ entered }) => Number(entered)))).toBe(12);
      expect(sum(rows.map(({ passed }) => Number(passed)))).toBe(12);
      for (const row of rows.filter(({ passed }) => Number(passed) > 0)) {
        expect(Number(row.harmonic_speed_mps)).toBeLessThanOrEqual(Number(row.speed_mps) + 1e-9);
        // Occupancy is the time of a vehicle's length at its speed.
        const byLength = (100 * Number(row.passed) * 5) / Number(row.harmonic_speed_mps) / 100;
        expect(Math.abs(Number(row.occupancy_percent) - byLength)).toBeLessThan(0.35 * byLength);
      }
    }
  });

  it('draws a corridor’s time and distance, and forgets the oldest first when its memory is full', () => {
    const scene = compiled(
      withDemand('<route id="r" edges="W E"/><vehicle id="v" route="r" depart="0" departLane="1"/>'),
    );
    const edges = ['W', 'E'].map((id) => scene.elements.edge.slotOf(id)!);
    const all = createTimeDistance(10_000);
    const few = createTimeDistance(10);
    let state = watch(scene, 0, []);
    const corridor = corridorOf(state.network, edges);
    state = watch(scene, 60, [recordTimeDistance(all, corridor), recordTimeDistance(few, corridor)]);
    expect(state.totals.arrived).toBe(1);
    for (let i = 1; i < all.count; i++) expect(all.distanceM[i]).toBeGreaterThanOrEqual(all.distanceM[i - 1]);
    expect(all.distanceM[all.count - 1]).toBeGreaterThan(300);
    expect(corridor.lengthM).toBeCloseTo(192.8 + 14.4 + 192.8, 1);
    expect(few.count).toBe(10);
    expect(few.letGo).toBe(all.count - 10);
    expect(few.seconds[few.first]).toBe(all.seconds[all.count - 10]);
  });

  it('tells everybody on a corridor apart, buses of special hours too', () => {
    for (const [hour, key] of [
      [BUS_HOUR, 1_041],
      [BUS_HOUR, 1_040],
      [8_760, TRIPS_AN_HOUR - 1],
      [0, 0],
    ]) {
      const who = hour * TRIPS_AN_HOUR + key;
      expect(Math.floor(who / TRIPS_AN_HOUR)).toBe(hour);
      expect(who - hour * TRIPS_AN_HOUR).toBe(key);
    }
  });

  it('writes rows that any reader of CSV understands', () => {
    expect(csvRow(['a,b', 'say "x"', null, 1.5, 1 / 3, Number.NaN])).toBe('"a,b","say ""x""",,1.5,0.333333,\r\n');
  });
});

describe('junctions and emissions as files', () => {
  const junctions = sheet();
  const emissions = sheet();
  const state = watch(city, 1_900, [writeJunctions(junctions), writeEmissions(emissions, 300)]);

  it('tell of the signal and its four approaches, once each whole quarter of an hour', () => {
    const ends = junctions.rows.map(({ end_seconds }) => end_seconds);
    expect([...new Set(ends)]).toEqual(['900', '1800']);
    const last = junctions.rows.filter(({ end_seconds }) => end_seconds === '1800');
    expect(last.filter(({ of }) => of === 'junction').length).toBe(1);
    expect(last.filter(({ of }) => of === 'approach').length).toBe(4);
    for (const row of last) {
      expect(row.level).toMatch(/^[A-F]$/);
      expect(Number(row.volume_to_capacity)).toBeGreaterThan(0);
      expect(Number(row.queue_95_veh)).toBeGreaterThan(0);
    }
    const [junction, ...approaches] = last;
    expect(sum(approaches.map(({ vehicles }) => Number(vehicles)))).toBe(Number(junction.vehicles));
  });

  it('add up, edge by edge and interval by interval, to what the whole run emitted', () => {
    expect(sum(emissions.numbers('co2_g')) / 1_000).toBeCloseTo(
      sum(Array.from(state.energy.sums.byClass).filter((_, i) => i % 8 === 4)) / 1_000,
      6,
    );
    expect([...new Set(emissions.rows.map(({ end_seconds }) => end_seconds))].at(-1)).toBe('1900');
  });
});
