import { expect, it } from 'vitest';
import { trafficDomain } from '../../../sim/domains/traffic';
import type { FrameSection } from '../../../sim/ports';
import { emptyVehicle, unpackVehicle, VEHICLE_WORDS } from '../../../sim/ports/vehicle-row';
import { type Run, run, start } from './simulate';
import { crossroads } from './small-city';

const scene = crossroads({ gates: { n: 12_000, e: 12_000, s: 12_000, w: 12_000 } });

function sections(): FrameSection[] {
  return trafficDomain.frameSections(scene).map((spec) => {
    const buffer = new ArrayBuffer(4 * spec.stride * spec.capacity);
    return { spec, f32: new Float32Array(buffer), u32: new Uint32Array(buffer), u8: new Uint8Array(buffer), count: 0 };
  });
}

function frameOf(of: Run): FrameSection[] {
  const frame = sections();
  trafficDomain.writeFrame(of.state, frame, 1);
  return frame;
}

it('going back along its way by what it has travelled, a vehicle is where the frame before had it', () => {
  const of = start(scene, 3);
  const { trackLengthM } = scene.roads;
  let before = frameOf(of)[0];
  let compared = 0;
  const [now, then] = [emptyVehicle(), emptyVehicle()];
  for (let i = 0; i < 120; i++) {
    run(of, 1);
    const frame = frameOf(of)[0];
    for (let row = 0; row < Math.min(frame.count, before.count); row++) {
      unpackVehicle(frame.u32, VEHICLE_WORDS * row, now);
      unpackVehicle(before.u32, VEHICLE_WORDS * row, then);
      if (now.track < 0 || now.travelledM === 0) continue;
      // What is packed is rounded: half a centimetre of a metre's way, and so with its root.
      const nearM = 0.01 + 0.012 * Math.sqrt(now.travelledM);
      let { track } = now;
      let s = now.positionM - now.travelledM;
      for (const earlier of [now.before, now.beforeThat]) {
        if (s >= -nearM && track === then.track) break;
        if (s >= 0) break;
        track = earlier;
        s += trackLengthM[track];
      }
      expect(track).toBe(then.track);
      expect(Math.abs(s - then.positionM)).toBeLessThan(nearM);
      compared++;
    }
    before = frame;
  }
  expect(compared).toBeGreaterThan(500);
});

it('tells of every turn what it is shown, and of every edge its vehicles', () => {
  const of = run(start(scene, 3), 120);
  const [vehicles, signals, edges] = frameOf(of);
  const shown = new Set(signals.u8.subarray(0, signals.count));
  expect(signals.count).toBe(scene.roads.turnCount);
  for (const state of [0, 1, 4]) expect(shown.has(state)).toBe(true);
  let onEdges = 0;
  for (let edge = 0; edge < edges.count; edge++) onEdges += edges.f32[2 * edge + 1];
  let onLanes = 0;
  const found = emptyVehicle();
  for (let row = 0; row < vehicles.count; row++) {
    unpackVehicle(vehicles.u32, VEHICLE_WORDS * row, found);
    if (found.track >= 0 && found.track < scene.roads.laneCount) onLanes++;
  }
  expect(onEdges).toBe(onLanes);
});

it('writing a frame changes nothing that a step reads', () => {
  const seen = start(scene, 5);
  const unseen = start(scene, 5);
  run(seen, 60, (of) => {
    frameOf(of);
  });
  run(unseen, 60);
  expect(trafficDomain.save(seen.state)).toEqual(trafficDomain.save(unseen.state));
});
