import { describe, expect, it } from 'vitest';
import { buildEnergy } from '../../src/city/build/energy/build-energy';
import { LANE_M, LANE_PIXELS, SMALL_WITHIN_M_A_PIXEL } from '../../src/city/energy/drawn-sizes';
import { Picker } from '../../src/city/picking/pick';
import { built, sceneOf } from './scenes';

const scene = sceneOf('tiny/one-feeder');
const networks = buildEnergy(scene)!;
const city = built(scene);
const A_PIXEL = 0.0007;
const down = [0, -1, 0];

function shown(): Picker {
  const picker = new Picker(city);
  picker.energy = networks;
  return picker;
}

/** The middle of a piece of line in its lane, from straight above. */
function above(piece: number, heightM: number): number[] {
  const { places, sides } = networks.lines;
  const [x, y, z] = [0, 1, 2].map((k) => (places[8 * piece + k] + places[8 * piece + 4 + k]) / 2);
  const laneM = Math.max(LANE_M, LANE_PIXELS * A_PIXEL * heightM);
  const [east, south] = [0, 1].map((k) => (sides[4 * piece + k] + sides[4 * piece + 2 + k]) / 2);
  return [x + east * laneM, y + heightM, z + south * laneM];
}

describe('picking in the energy networks', () => {
  it('finds each line where it is drawn, from near and from afar', () => {
    const picker = shown();
    for (let i = 0; i < networks.lines.gridCount; i++) {
      const id = networks.branches[networks.lines.signs[2 * i]];
      for (const heightM of [120, 2_500]) {
        const { element } = picker.find(above(i, heightM), down, ['branch'], A_PIXEL);
        expect(element, `${id} from ${heightM} m`).toEqual({ kind: 'branch', id });
      }
    }
  });

  it('finds a line a few pixels off, however low the eye stands, and none beyond', () => {
    const picker = shown();
    // One that runs from west to east, with nothing behind it.
    const row = networks.branches.indexOf('a2:a3');
    const piece = [...Array(networks.lines.gridCount).keys()].find((i) => networks.lines.signs[2 * i] === row)!;
    const [x, y, z] = above(piece, 0);
    for (const pitchDeg of [12, 35, 80]) {
      const pitch = (pitchDeg * Math.PI) / 180;
      const awayM = 400;
      const eye = [x, y + awayM * Math.sin(pitch), z + awayM * Math.cos(pitch)];
      const hits = (pixels: number) => {
        // So many pixels above the middle of the line.
        const turned = pitch - pixels * A_PIXEL;
        const direction = [0, -Math.sin(turned), -Math.cos(turned)];
        return picker.find(eye, direction, ['branch'], A_PIXEL).element !== null;
      };
      expect([-5, 5].map(hits), `${pitchDeg}°`).toEqual([true, true]);
      expect([-40, 40].map(hits), `${pitchDeg}°`).toEqual([false, false]);
    }
  });

  it('finds nothing of them while they are not shown, nor where other things are asked for', () => {
    const hidden = new Picker(city);
    const eye = above(0, 120);
    expect(hidden.find(eye, down, null, A_PIXEL).element?.kind).not.toBe('branch');
    expect(shown().find(eye, down, ['building'], A_PIXEL).element).toBeNull();
  });

  it('offers distribution transformers near by only, those of substations from anywhere', () => {
    const picker = shown();
    const { marks } = networks;
    marks.elements.forEach((element, i) => {
      if (element.kind !== 'transformer') return;
      const isLarge = marks.signs[3 * i + 2] > 0.5;
      const farM = (SMALL_WITHIN_M_A_PIXEL * 1.2) / A_PIXEL;
      for (const heightM of [100, farM]) {
        const [x, y, z, shift] = marks.places.subarray(4 * i, 4 * i + 4);
        // Looking north and steeply down, so that right is east.
        const direction = [0, -0.8, -0.6];
        const eye = [x + shift * A_PIXEL * heightM, y + 0.8 * heightM, z + 0.6 * heightM];
        const found = picker.find(eye, direction, ['transformer'], A_PIXEL).element;
        if (isLarge || heightM < farM) expect(found).toEqual(element);
        else expect(found).toBeNull();
      }
    });
  });

  it('still finds the house under the pointer, and the line beside it', () => {
    const picker = shown();
    const { id, outline, heightM } = scene.scene.buildings!.buildings[0];
    const x = (outline[0][0] + outline[2][0]) / 2;
    const y = (outline[0][1] + outline[2][1]) / 2;
    expect(picker.find([x, heightM + 300, -y], down, null, A_PIXEL).element).toEqual({ kind: 'building', id });
    const { element } = picker.find(above(0, 150), down, null, A_PIXEL);
    expect(element?.kind).toBe('branch');
  });
});
