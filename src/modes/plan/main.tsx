import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { type EngineClient, openEngine, optionsInAddress, readAhead, rehearseInAddress } from '../../engine';
import { catalogues, learn } from '../../i18n';
import { useSpoken } from '../../state/language';
import { useScenarios } from '../../state/scenarios';
import { OWN, readySceneSource, sceneSourceOf } from '../../state/scene-source';
import '../../ui/style.css';
import './plan.css';
import { type CityProps, PlanPage } from './plan-page';
import { keepLayers, keepLook } from './remembered-look';
import { sceneInAddress } from './scene-in-address';
import { startSession } from './session';
import { useShelf } from './use-shelf';

/** The city is moving when it first appears; fast enough to see a jam form, slow enough to follow one car. */
const FIRST_PACE = 10;

/** The picture's code is the largest part: the page stands before it has arrived. */
const cityComing = import('../../city');
// Whoever draws it hears whether it came.
cityComing.catch(() => undefined);
const LazyCity = lazy(() => cityComing.then((module) => ({ default: module.CityView })));

/** `?best` draws every picture as sharp as the screen, however long it takes: for pictures that are kept. */
const isBest = new URLSearchParams(location.search).has('best');

function City(props: CityProps) {
  return (
    <Suspense fallback={null}>
      <LazyCity {...props} best={isBest} />
    </Suspense>
  );
}

function PlanApp({ sceneId }: { readonly sceneId: string }) {
  const [attempt, setAttempt] = useState(0);
  const isShelfOpen = useShelf(sceneId);
  const reopenings = useScenarios((state) => state.reopenings);
  const [engine, setEngine] = useState<EngineClient | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt, or another run, opens another engine
  useEffect(() => {
    if (!isShelfOpen) return;
    const scenario = useScenarios.getState().current?.scenario;
    const asked = optionsInAddress(location.search, sceneId);
    const opened = openEngine(sceneSourceOf(sceneId), { pace: FIRST_PACE, running: true, scenario, ahead, ...asked });
    void rehearseInAddress(opened, location.search, document.body);
    const end = startSession(sceneId, opened);
    setEngine(opened);
    return end;
  }, [sceneId, attempt, isShelfOpen, reopenings]);
  const retry = useCallback(() => setAttempt((last) => last + 1), []);
  return (
    engine && (
      <PlanPage key={`${attempt} ${reopenings}`} sceneId={sceneId} engine={engine} City={City} onRetry={retry} />
    )
  );
}

keepLook();
keepLayers();
const host = document.getElementById('app');
if (!host) throw new Error('met a page without #app, expected plan.html');
const sceneId = sceneInAddress(location.search);
// Words, scenarios kept here and the page itself come meanwhile.
const ahead = sceneId !== null && !sceneId.startsWith(OWN) ? readAhead(sceneSourceOf(sceneId)) : undefined;
await learn(useSpoken.getState().language);
const say = (what: 'badScene' | 'noOwnScene') => {
  host.textContent = catalogues[useSpoken.getState().language].status[what];
};
if (!sceneId) say('badScene');
else {
  const isThere = await readySceneSource(sceneId);
  if (isThere) createRoot(host).render(<PlanApp sceneId={sceneId} />);
  else say('noOwnScene');
}
