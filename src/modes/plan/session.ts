import { filter, take } from 'rxjs';
import type { EngineClient } from '../../engine/engine-face';
import { historyOf } from '../../scenarios/kept-scenario';
import { forgetAhead } from '../../state/ahead';
import { useCauseView } from '../../state/cause-view';
import { beginCompare } from '../../state/compare';
import { followCorridor } from '../../state/corridor';
import { forgetDayLoads } from '../../state/day-loads';
import { followDifferences } from '../../state/difference-map';
import { beginEdits } from '../../state/edits';
import { forgetEnergy } from '../../state/energy-now';
import { followFlows, forgetFlows } from '../../state/flows';
import { followLookBack } from '../../state/look-back';
import { loadPlaces } from '../../state/places';
import { loadPlans } from '../../state/plans';
import { forgetPlaybooks } from '../../state/playbook';
import { followRun, useRun } from '../../state/run';
import { loadSavedViews } from '../../state/saved-views';
import { knowBareRun, useScenarios } from '../../state/scenarios';
import { loadSceneFacts } from '../../state/scene-facts';
import { followSplit } from '../../state/split';
import { forgetTunnels } from '../../state/tunnels-now';
import { loadViews } from '../../state/views';
import { forgetWeather } from '../../state/weather-now';
import { forgetYear } from '../../state/year-of-park';

/** Opens a city: the engine, and what the page itself needs to know of the scene. Answers how to end it. */
export function startSession(sceneId: string, engine: EngineClient): () => void {
  const { current } = useScenarios.getState();
  beginEdits(historyOf(current));
  knowBareRun(null);
  void engine.opened.then((opened) => opened.ok && knowBareRun(opened.value.scenario));
  forgetEnergy();
  forgetFlows();
  forgetTunnels();
  forgetWeather();
  useCauseView.getState().close();
  const unfollow = followRun(engine);
  const unfollowFlows = followFlows(engine);
  const unfollowSplit = followSplit(engine);
  const unfollowDifferences = followDifferences();
  const unfollowLook = followLookBack(engine);
  const unfollowCorridor = followCorridor(engine);
  const endCompare = beginCompare(engine);
  forgetAhead();
  forgetPlaybooks();
  forgetDayLoads();
  forgetYear();
  const facts = loadSceneFacts(sceneId);
  void loadSavedViews(sceneId);
  void facts.then((read) => read && loadViews(sceneId, read));
  const ready = engine.status$
    .pipe(
      filter((status) => status.kind === 'ready'),
      take(1),
    )
    .subscribe(
      () => void facts.then((read) => read && Promise.all([loadPlaces(sceneId, read), loadPlans(sceneId, read)])),
    );
  return () => {
    ready.unsubscribe();
    unfollow();
    unfollowFlows();
    unfollowLook();
    unfollowCorridor();
    unfollowSplit();
    unfollowDifferences();
    endCompare();
    forgetAhead();
    forgetDayLoads();
    forgetYear();
    engine.dispose();
    useRun.setState({ clock: null });
  };
}
