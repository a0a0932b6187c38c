import type { Page } from 'playwright-core';
import { PerspectiveCamera, Vector3 } from 'three';
import { describe, expect, it } from 'vitest';
import type { CompiledScene } from '../../sim';
import type { BuiltCity } from '../../src/city/build/built-city';
import { orbitFrom, placeCamera } from '../../src/city/camera/orbit';
import { built, sceneOf } from '../city/scenes';
import { openApp } from './harness';
import { type Watched, type WithWatched, watchDrawing } from './watched-drawing';

const DRAWN = 'canvas[data-ready="true"]';
const SIZE = { width: 1_280, height: 720 } as const;
const SMALL = { width: 480, height: 270 } as const;
const FIELD_OF_VIEW_DEG = 38;
/** React Three Fiber 9 still makes a THREE.Clock, which three 0.187 calls outdated; nothing of ours. */
const known = /THREE\.Clock/;
const WITHIN_M = 0.2;

const watchedBy = (page: Page): Promise<Watched> => page.evaluate(() => (globalThis as unknown as WithWatched).watched);
const set = (page: Page, part: Partial<Watched>) =>
  page.evaluate((values) => {
    Object.assign((globalThis as unknown as WithWatched).watched, values);
  }, part);

async function openDrawn(query: string, size: { readonly width: number; readonly height: number } = SIZE) {
  const shown = await openApp(`/plan${query}`, { locale: 'en-GB', ...size, init: watchDrawing });
  await shown.page.waitForSelector(DRAWN, { timeout: 120_000 });
  await shown.page.locator('.clock-seconds').waitFor();
  return shown;
}

/** The page's camera at a named view, and where a place is then on the page. */
function onPage(city: BuiltCity, viewId: string): (place: readonly [number, number, number]) => [number, number] {
  const view = city.views.find(({ id }) => id === viewId)!;
  const [eye, target] = [
    [0, 0, 0],
    [0, 0, 0],
  ];
  placeCamera(orbitFrom(view.eye, view.target, city.heights), city.heights, eye, target);
  const camera = new PerspectiveCamera(FIELD_OF_VIEW_DEG, SIZE.width / SIZE.height, 1, 26_000);
  camera.position.set(eye[0], eye[1], eye[2]);
  camera.lookAt(target[0], target[1], target[2]);
  camera.updateMatrixWorld();
  return (place) => {
    const { x, y } = new Vector3(...place).project(camera);
    return [(0.5 + 0.5 * x) * SIZE.width, (0.5 - 0.5 * y) * SIZE.height];
  };
}

/** To the nearest of all tracks, over lanes and junctions. */
function besideTracksM({ roads }: CompiledScene, x: number, y: number): number {
  let nearest = Infinity;
  for (let track = 0; track < roads.trackCount; track++) {
    for (let p = roads.trackPointStart[track]; p < roads.trackPointStart[track + 1] - 1; p++) {
      const [ax, ay] = [roads.trackPoints[2 * p], roads.trackPoints[2 * p + 1]];
      const [ex, ey] = [roads.trackPoints[2 * p + 2] - ax, roads.trackPoints[2 * p + 3] - ay];
      const share = Math.min(1, Math.max(0, ((x - ax) * ex + (y - ay) * ey) / (ex * ex + ey * ey || 1)));
      nearest = Math.min(nearest, Math.hypot(ax + ex * share - x, ay + ey * share - y));
    }
  }
  return nearest;
}

describe('the picture', () => {
  it.each([
    ['1 ×', '1'],
    ['60 ×', '3'],
  ])('has every vehicle on its lane within 0.2 m, between the engine’s frames too, at %s', async (_, key) => {
    const ring = sceneOf('tiny/ring');
    const { page, complaints, strangers, close } = await openDrawn('?scene=tiny/ring', SMALL);
    await page.locator('canvas').first().press(key);
    await page.waitForTimeout(1_500);
    await set(page, { readsVehicles: true, vehicles: [] });
    const between = async () => (await watchedBy(page)).vehicles.filter(({ blend }) => blend > 0.02 && blend < 0.98);
    await expect.poll(async () => (await between()).length, { timeout: 60_000 }).toBeGreaterThanOrEqual(10);
    const instants = await between();
    let farthest = 0;
    for (const { middles } of instants) {
      expect(middles.length / 2).toBe(22);
      for (let i = 0; i < middles.length; i += 2)
        farthest = Math.max(farthest, besideTracksM(ring, middles[i], middles[i + 1]));
    }
    expect(farthest).toBeLessThan(WITHIN_M);
    const [first, last] = [instants[0].middles, instants[instants.length - 1].middles];
    const moved = first.map((value, i) => Math.abs(value - last[i]));
    expect(Math.max(...moved)).toBeGreaterThan(1);
    expect(strangers).toEqual([]);
    expect(complaints.filter((each) => !known.test(each))).toEqual([]);
    await close();
  });

  it('shows at every signal the lamp that the engine has lit, and no other', async () => {
    const city = built(sceneOf('tiny/crossroads'));
    const { places, turns } = city.signals;
    const spot = onPage(city, 'stop-line');
    const { page, complaints, close } = await openDrawn('?scene=tiny/crossroads');
    await page.selectOption('select.views-menu', 'stop-line');
    await page.waitForTimeout(2_500);
    const seen = new Set<number>();
    const LENS_M = [0.36, 0, -0.36];
    for (let look = 0; look < 6 && seen.size < 2; look++) {
      await page.locator('canvas').first().press('Space');
      await page.waitForTimeout(600);
      const { signals } = await watchedBy(page);
      for (let head = 0; head < turns.length; head++) {
        const [x, y, z, heading] = places.subarray(4 * head, 4 * head + 4);
        // Those that face the camera, which looks east.
        if (Math.cos(heading) < 0.9) continue;
        const lamps = LENS_M.map((up) => spot([x - 0.16 * Math.cos(heading), y + up, z + 0.16 * Math.sin(heading)]));
        const state = signals[turns[head]];
        expect([1, 2, 3, 4]).toContain(state);
        const expected = state === 1 ? 0 : state === 2 ? 1 : 2;
        // Time stands still: the picture has only to be drawn, and sharp.
        await expect.poll(() => brightest(page, lamps), { timeout: 20_000 }).toBe(expected);
        seen.add(expected);
      }
      await page.locator('canvas').first().press('Space');
      await page.waitForTimeout(2_200);
    }
    expect(seen.size).toBeGreaterThanOrEqual(2);
    expect(complaints.filter((each) => !known.test(each))).toEqual([]);
    await close();
  });

  it('turns a feeder’s windows dark in the first picture after the engine has told it, and no one else’s', async () => {
    const city = built(sceneOf('tiny/one-feeder'));
    const spot = onPage(city, 'above');
    // South walls of A1 and B1, homes on the two feeders.
    const area = (y: number): readonly [number, number, number, number] => {
      const [left, top] = spot([-257, 68, -y]);
      const [right, bottom] = spot([-203, 6, -y]);
      return [left, top, right - left, bottom - top];
    };
    const { page, complaints, close } = await openDrawn('?scene=tiny/one-feeder&day=20&hour=20');
    await set(page, { areas: [area(250), area(-270)] });
    await page.getByRole('button', { name: /^Cut a cable/ }).click();
    await page.getByRole('searchbox').fill('Feeder 1');
    await page.locator('.match').first().click();
    // The choice has flown the camera to the feeder.
    await page.selectOption('select.views-menu', 'above');
    await set(page, { frames: [] });
    const lastLit = async () => (await watchedBy(page)).frames.at(-1)?.lit ?? [0, 0];
    await expect.poll(async () => Math.min(...(await lastLit())), { timeout: 60_000 }).toBeGreaterThan(0.15);
    await page.getByRole('button', { name: 'Apply', exact: true }).click();
    const after = async () => (await watchedBy(page)).frames.filter(({ isToldDark }) => isToldDark);
    await expect.poll(async () => (await after()).length, { timeout: 90_000 }).toBeGreaterThanOrEqual(2);
    const { frames } = await watchedBy(page);
    const told = frames.findIndex(({ isToldDark }) => isToldDark);
    const [before, first] = [frames[told - 1].lit, frames[told].lit];
    expect(Math.min(...before)).toBeGreaterThan(0.15);
    expect(first[0]).toBeLessThan(0.1 * before[0]);
    expect(first[1]).toBeGreaterThan(0.6 * before[1]);
    expect(complaints.filter((each) => !known.test(each))).toEqual([]);
    await close();
  });

  it('comes back as it was after its context has been lost, three times', async () => {
    const { page, complaints, strangers, close } = await openDrawn('?scene=tiny/crossroads');
    await page.locator('canvas').first().press('Space');
    await page.waitForTimeout(3_500);
    const clip = { x: 520, y: 240, width: 240, height: 200 };
    const before = await page.screenshot({ clip });
    for (let loss = 0; loss < 3; loss++) {
      await page.evaluate(async () => {
        const canvas = document.querySelector('canvas')!;
        const context = canvas.getContext('webgl2')!.getExtension('WEBGL_lose_context')!;
        const isBack = new Promise((resolve) =>
          canvas.addEventListener('webglcontextrestored', resolve, { once: true }),
        );
        context.loseContext();
        await new Promise((resolve) => setTimeout(resolve, 100));
        (globalThis as unknown as WithWatched).watched.draws = 0;
        context.restoreContext();
        await isBack;
      });
      await expect.poll(async () => (await watchedBy(page)).draws, { timeout: 30_000 }).toBeGreaterThan(5);
    }
    await expect
      .poll(async () => difference(page, before, await page.screenshot({ clip })), { timeout: 30_000 })
      .toBeLessThan(1.5);
    expect(strangers).toEqual([]);
    expect(complaints.filter((each) => !known.test(each) && !/CONTEXT_LOST_WEBGL|Context Lost/.test(each))).toEqual([]);
    await close();
  });
});

/** Which of some places of the page is the brightest in its strongest colour. */
async function brightest(page: Page, spots: readonly (readonly [number, number])[]): Promise<number> {
  const [left, top] = [Math.min(...spots.map(([x]) => x)) - 2, Math.min(...spots.map(([, y]) => y)) - 2];
  const width = Math.max(...spots.map(([x]) => x)) + 3 - left;
  const height = Math.max(...spots.map(([, y]) => y)) + 3 - top;
  const pixels = await pixelsOf(page, await page.screenshot({ clip: { x: left, y: top, width, height } }));
  const strength = spots.map(([x, y]) => {
    let most = 0;
    for (let dx = -1; dx <= 1; dx++)
      for (let dy = -1; dy <= 1; dy++) {
        const at = 4 * (Math.round(y - top + dy) * pixels.width + Math.round(x - left + dx));
        most = Math.max(most, pixels.data[at], pixels.data[at + 1], pixels.data[at + 2]);
      }
    return most;
  });
  return strength.indexOf(Math.max(...strength));
}

async function pixelsOf(page: Page, png: Buffer): Promise<{ width: number; data: readonly number[] }> {
  return page.evaluate(
    async (bytes) => {
      const picture = await createImageBitmap(new Blob([Uint8Array.from(bytes)], { type: 'image/png' }));
      const canvas = new OffscreenCanvas(picture.width, picture.height);
      const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
      context.drawImage(picture, 0, 0);
      return { width: picture.width, data: [...context.getImageData(0, 0, picture.width, picture.height).data] };
    },
    [...png],
  );
}

/** Mean difference of two pictures, 0 to 255. */
function difference(page: Page, ...pictures: readonly [Buffer, Buffer]): Promise<number> {
  return page.evaluate(
    async (all) => {
      const read = async (bytes: readonly number[]) => {
        const picture = await createImageBitmap(new Blob([Uint8Array.from(bytes)], { type: 'image/png' }));
        const canvas = new OffscreenCanvas(picture.width, picture.height);
        const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
        context.drawImage(picture, 0, 0);
        return context.getImageData(0, 0, picture.width, picture.height).data;
      };
      const [one, other] = [await read(all[0]), await read(all[1])];
      return one.reduce((sum, value, i) => sum + Math.abs(value - other[i]), 0) / one.length;
    },
    pictures.map((png) => [...png]),
  );
}
