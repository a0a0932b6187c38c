import { expect, it } from 'vitest';
import { trafficDomain } from '../../../sim/domains/traffic';
import type { FrameSection } from '../../../sim/ports';
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
  for (let i = 0; i < 120; i++) {
    run(of, 1);
    const now = frameOf(of)[0];
    for (let row = 0; row < now.count; row++) {
      const at = 8 * row;
      const travelledM = now.f32[at + 2];
      if (now.f32[at] < 0 || travelledM === 0 || row >= before.count) continue;
      let track = now.f32[at];
      let s = now.f32[at + 1] - travelledM;
      for (let back = 4; s < 0 && back <= 5; back++) {
        track = now.f32[at + back];
        s += trackLengthM[track];
      }
      expect(track).toBe(before.f32[at]);
      expect(Math.abs(s - before.f32[at + 1])).toBeLessThan(0.01);
      compared++;
    }
    before = now;
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
  for (let row = 0; row < vehicles.count; row++) {
    const track = vehicles.f32[8 * row];
    if (track >= 0 && track < scene.roads.laneCount) onLanes++;
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
