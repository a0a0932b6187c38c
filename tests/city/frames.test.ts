import { describe, expect, it } from 'vitest';
import { packVehicle, VEHICLE_WORDS } from '../../sim';
import { flowRamp } from '../../src/city/roads/flow-ramp';
import { edgeStateTexture, writeFlow } from '../../src/city/roads/road-state';
import { drawsInSoftware, PictureQuality, pixelBudget } from '../../src/city/stage/picture-quality';
import { FrameBlend } from '../../src/city/vehicles/frame-blend';
import { NearTracks } from '../../src/city/vehicles/near-tracks';
import { muster, Squad } from '../../src/city/vehicles/vehicle-fleet';
import { carShape } from '../../src/city/vehicles/vehicle-shapes';
import { built, sceneOf } from './scenes';

describe('blending between frames', () => {
  it('goes from the frame before to the newest in the time between two frames, and holds there', () => {
    const blend = new FrameBlend();
    for (let k = 0; k <= 20; k++) blend.arrived(1_000 + k * 100, 1);
    expect(blend.at(3_000)).toBe(0);
    expect(blend.at(3_050)).toBeCloseTo(0.5, 1);
    expect(blend.at(3_100)).toBeCloseTo(1, 1);
    expect(blend.at(9_000)).toBe(1);
  });

  it('never blends across a jump in time', () => {
    const blend = new FrameBlend();
    blend.arrived(1_000, 1);
    blend.arrived(1_100, 1);
    blend.arrived(1_200, 2);
    expect(blend.at(1_201)).toBe(1);
  });
});

describe('vehicles by distance', () => {
  const { tracks } = built(sceneOf('tiny/crossroads'));
  const row = { track: 0, positionM: 20, travelledM: 3, lateralM: 0, before: -1, beforeThat: -1, lateralBeforeM: 0 };
  const squadsOf = () => ({ car: new Squad(carShape()), truck: new Squad(carShape()), bus: new Squad(carShape()) });

  it('are drawn in their own shape on tracks that come near, and empty rows never', () => {
    const near = new NearTracks(tracks);
    near.look(0, 200, 0);
    const words = new Uint32Array(400 * VEHICLE_WORDS);
    let expected = 0;
    for (let i = 0; i < 400; i++) {
      const track = i % 7 === 0 ? -1 : i % 4;
      packVehicle({ ...row, track, style: i % 4 }, words, i * VEHICLE_WORDS);
      if (track >= 0 && near.flags[track] > 0) expected++;
    }
    const squads = squadsOf();
    muster(squads, words, 400, near.flags);
    const all = Object.values(squads);
    expect(expected).toBeGreaterThan(300);
    expect(all.reduce((sum, { count }) => sum + count, 0)).toBe(expected);
    for (const squad of all) squad.show();
    expect(all.reduce((sum, squad) => sum + squad.bytes, 0)).toBe(16 * expected);
    expect(squads.truck.count).toBeGreaterThan(0);
  });

  it('are near by where their track is, and far from anywhere else', () => {
    const near = new NearTracks(tracks);
    near.look(0, 5_000, 0);
    expect(near.count).toBe(0);
    near.look(0, 20, 0);
    expect(near.count).toBeGreaterThan(0);
    near.look(0, 20, -2_000);
    expect(near.flags.some((flag) => flag > 0)).toBe(false);
  });
});

describe('flow on the roads', () => {
  it('is the share of the limit, with nothing shown where nobody drives', () => {
    const state = edgeStateTexture(3, 0);
    const changed = writeFlow(state, Float32Array.of(-1, 0, 5, 2, 20, 1), 3, Float64Array.of(10, 10, 10));
    expect(changed).toBe(true);
    expect([0, 4, 8].map((at) => state.bytes[at])).toEqual([255, 127, 254]);
    expect(writeFlow(state, Float32Array.of(-1, 0, 5, 2, 20, 1), 3, Float64Array.of(10, 10, 10))).toBe(false);
  });

  it('is ordered by lightness, so that it reads without colour', () => {
    const light = flowRamp.map((hex) => {
      const value = Number.parseInt(hex.slice(1), 16);
      const [r, g, b] = [value >> 16, (value >> 8) & 255, value & 255].map((part) => (part / 255) ** 2.2);
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    });
    for (let i = 1; i < light.length; i++) expect(light[i]).toBeGreaterThan(light[i - 1]);
  });
});

describe('how sharp the picture is', () => {
  it('goes down after slow frames, up only after many quick ones, and not for a pause', () => {
    const quality = new PictureQuality({ most: 1, least: 0.5, first: 1, slowMs: 42, quickMs: 19 });
    expect(quality.frame(60_000)).toBe(false);
    for (let i = 0; i < 3; i++) expect(quality.frame(80)).toBe(false);
    expect(quality.frame(80)).toBe(true);
    expect(quality.ratio).toBeCloseTo(0.8);
    for (let i = 0; i < 89; i++) expect(quality.frame(10)).toBe(false);
    expect(quality.frame(10)).toBe(true);
    expect(quality.ratio).toBeCloseTo(1);
  });

  it('knows a graphics card from a program that stands in for one', () => {
    expect(drawsInSoftware('ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero)), SwiftShader driver)')).toBe(
      true,
    );
    expect(drawsInSoftware('ANGLE (NVIDIA, NVIDIA GeForce RTX 4090)')).toBe(false);
    expect(pixelBudget(3_840, 2_160, 1, false).most).toBeLessThanOrEqual(0.751);
    expect(pixelBudget(1_920, 1_080, 1, true).least).toBeLessThan(0.6);
    expect(pixelBudget(1_920, 1_080, 1, true).first).toBeLessThan(0.6);
  });
});
