import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import { dropView, keepView, keptViews } from '../../src/scenarios/views-shelf';
import { useCamera } from '../../src/state/camera';
import { tellCameraPlace } from '../../src/state/camera-place';
import {
  bringViewBack,
  goToSavedView,
  loadSavedViews,
  removeView,
  renameView,
  saveView,
  useSavedViews,
} from '../../src/state/saved-views';

const orbit = { x: 120, y: -40, distanceM: 800, headingDeg: 30, pitchDeg: 40 };
const names = () => useSavedViews.getState().views.map(({ name }) => name);

beforeEach(async () => {
  for (const city of ['park', 'town']) for (const view of await keptViews(city)) await dropView(view);
  tellCameraPlace(orbit, 50);
  await loadSavedViews('park');
});

it('keeps where the camera is by a name, for the next visit and this city alone, and goes back there', async () => {
  await saveView('  The lake ');
  tellCameraPlace({ ...orbit, x: 900, pitchDeg: 70 }, 50);
  await saveView('Works');
  await loadSavedViews('town');
  expect(names()).toEqual([]);
  await loadSavedViews('park');
  expect(names()).toEqual(['The lake', 'Works']);
  goToSavedView(useSavedViews.getState().views[0]);
  expect(useCamera.getState().wish).toEqual({ kind: 'place', ...orbit });
});

it('takes one away and brings it back to its place, here and in the browser', async () => {
  for (const name of ['one', 'two', 'three']) await saveView(name);
  const [, two] = useSavedViews.getState().views;
  await renameView(two, 'second');
  await removeView(useSavedViews.getState().views[1]);
  expect(names()).toEqual(['one', 'three']);
  expect(await keptViews('park')).toHaveLength(2);
  await bringViewBack();
  expect(useSavedViews.getState().removed).toBeNull();
  await loadSavedViews('park');
  expect(names()).toEqual(['one', 'second', 'three']);
});

it('leaves out what cannot be a view', async () => {
  await saveView('good');
  const [good] = useSavedViews.getState().views;
  await keepView({ ...good, id: 'bad', x: Number.NaN });
  await loadSavedViews('park');
  expect(names()).toEqual(['good']);
});
