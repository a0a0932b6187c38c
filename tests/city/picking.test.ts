import { describe, expect, it } from 'vitest';
import { packVehicle, VEHICLE_WORDS } from '../../sim';
import { trackPoint } from '../../src/city/build/ground/tracks';
import { Picker } from '../../src/city/picking/pick';
import { VehicleFinder } from '../../src/city/vehicles/find-vehicle';
import { poseAt } from '../../src/city/vehicles/way';
import { processorMs } from '../set-up/processor-time';
import { built, crossroadsWithBuildings, someBuildings } from './scenes';

const compiled = crossroadsWithBuildings();
const picker = new Picker(built(compiled));
const A_PIXEL = 0.0007;
const down = [0, -1, 0];

/** Looks at a place on the ground from the south-east and above. */
function lookAt(x: number, y: number, z = 0) {
  const eye = [x + 60, z + 200, -y + 90];
  const way = [x - eye[0], z - eye[1], -y - eye[2]];
  const length = Math.hypot(...way);
  return { eye, direction: way.map((part) => part / length) };
}

describe('what a pointer means', () => {
  it('is the building whose roof lies under it', () => {
    for (const { id, outline, heightM } of someBuildings) {
      if (id === 'court') continue;
      const x = (outline[0][0] + outline[2][0]) / 2;
      const y = (outline[0][1] + outline[2][1]) / 2;
      const base = compiled.terrain.heightAt(x, y);
      expect(picker.find([x, base + 500, -y], down, null, A_PIXEL).element).toEqual({ kind: 'building', id });
      const { eye, direction } = lookAt(x, y, base + heightM);
      expect(picker.find(eye, direction, null, A_PIXEL).element).toEqual({ kind: 'building', id });
    }
  });

  it('is the edge that a lane belongs to, from any lane', () => {
    const { roads, elements } = compiled;
    const at: [number, number] = [0, 0];
    for (let lane = 0; lane < roads.laneCount; lane++) {
      trackPoint(roads, lane, roads.trackLengthM[lane] / 2, at);
      const found = picker.find([at[0], 300, -at[1]], down, null, A_PIXEL).element;
      expect(found).toEqual({ kind: 'edge', id: elements.edge.ids[roads.laneEdge[lane]] });
    }
  });

  it('is the junction inside its outline, and its signal while signals are asked for', () => {
    const [junction] = compiled.scene.roads!.junctions.filter(({ control }) => control === 'signal');
    const node = compiled.scene.roads!.nodes.find(({ id }) => id === junction.node)!;
    const [x, y] = node.at;
    expect(picker.find([x, 300, -y], down, null, A_PIXEL).element).toEqual({ kind: 'junction', id: junction.id });
    const signal = compiled.scene.roads!.signals.find((one) => one.junction === junction.id)!;
    expect(picker.find([x + 12, 300, -y], down, ['signal'], A_PIXEL).element).toEqual({
      kind: 'signal',
      id: signal.id,
    });
  });

  it('is nothing but the kinds asked for while placing', () => {
    const [slab] = someBuildings;
    const [x, y] = [slab.outline[0][0] + 5, slab.outline[0][1] + 5];
    expect(picker.find([x, 300, -y], down, ['edge'], A_PIXEL).element).toBeNull();
    const edge = compiled.scene.roads!.edges[0];
    const middle = edge.lanes[0].shape[0];
    const street = picker.find([middle[0], 300, -middle[1]], down, ['street'], A_PIXEL).element;
    if (edge.street) expect(street).toEqual({ kind: 'street', id: edge.street });
  });

  it('is the gate, from the road that leads in or out by it or beside its end, while gates are asked for', () => {
    const { roads, demand } = compiled.scene;
    for (const gate of demand!.gates) {
      for (const id of [gate.inEdge!, gate.outEdge!]) {
        const [a, b] = roads!.edges.find((edge) => edge.id === id)!.lanes[0].shape;
        const [x, y] = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
        expect(picker.find([x, 300, -y], down, ['gate'], A_PIXEL).element).toEqual({ kind: 'gate', id: gate.id });
      }
      const [x, y] = roads!.edges.find((edge) => edge.id === gate.inEdge)!.shape[0];
      expect(picker.onGround(x + 8, y + 8, 1, ['gate'])).toEqual({ kind: 'gate', id: gate.id });
      expect(picker.find([x, 300, -y], down, null, A_PIXEL).element?.kind).not.toBe('gate');
    }
  });

  it('is nothing in the sky', () => {
    expect(picker.find([0, 50, 0], [0, 1, 0], null, A_PIXEL)).toEqual({ element: null, ground: null });
  });

  it('is answered within half a millisecond', () => {
    const { eye, direction } = lookAt(100, 100);
    for (let i = 0; i < 200; i++) picker.find(eye, direction, null, A_PIXEL);
    const from = processorMs();
    for (let i = 0; i < 500; i++) picker.find(eye, direction, null, A_PIXEL);
    expect((processorMs() - from) / 500).toBeLessThan(0.5);
  });

  it('does not show through a house: a place behind one is hidden', () => {
    const ground = compiled.terrain.heightAt(90, 67);
    expect(picker.hides([90, ground + 20, -(67 - 200)], [90, ground + 2, -(67 + 200)])).toBe(true);
    expect(picker.hides([90, ground + 600, -(67 - 200)], [90, ground + 40, -(67 + 200)])).toBe(false);
  });
});

describe('the vehicle that a pointer means', () => {
  const { tracks } = built(compiled);
  const finder = new VehicleFinder(tracks);
  const { roads } = compiled;
  const lanes = Array.from({ length: roads.laneCount }, (_, lane) => lane).filter(
    (lane) => roads.trackLengthM[lane] > 60,
  );
  const words = new Uint32Array(lanes.length * VEHICLE_WORDS);
  lanes.forEach((track, row) => {
    const place = { track, positionM: 40, travelledM: 3, lateralM: 0, before: -1, beforeThat: -1 };
    packVehicle({ ...place, lateralBeforeM: 0, style: row % 3 }, words, row * VEHICLE_WORDS);
  });
  const front: [number, number, number] = [0, 0, 0];
  const forward: [number, number, number] = [0, 0, 0];

  it('is the one whose body a ray goes through, as it is drawn at that instant', () => {
    for (let row = 0; row < lanes.length; row++) {
      poseAt(tracks, words, row, 0.5, front, forward);
      const [x, z] = [front[0] - forward[0] * 2, front[2] - forward[2] * 2];
      const eye = [x + 60, front[1] + 121, z + 90];
      const way = [-60, -120, -90];
      const length = Math.hypot(...way);
      const direction = way.map((part) => part / length);
      expect(finder.find(words, lanes.length, 0.5, eye, direction, 0, 400)).toBe(row);
      // Nobody is meant through a wall, nor beside the road.
      expect(finder.find(words, lanes.length, 0.5, eye, direction, 0, length - 20)).toBe(-1);
      expect(finder.find(words, lanes.length, 0.5, [x, front[1] + 100, z], [0, 1, 0], 0, 400)).toBe(-1);
    }
  });
});
