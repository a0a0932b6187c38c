import { filter, merge, Observable, of, type Subscription, take } from 'rxjs';
import type { EngineClient } from '../../engine/engine-face';
import { energyIsShown } from '../../state/energy-shown';
import { useLook } from '../../state/look';
import { useSelection } from '../../state/selection';
import { tunnelsAreShown } from '../../state/tunnels-shown';

/** Once the run stands, or is known not to come. */
export function settled(engine: EngineClient | null): Observable<unknown> {
  return engine ? engine.status$.pipe(filter(({ kind }) => kind !== 'opening')) : of(null);
}

/**
 * Once the run stands, or somebody wants to see what lies under the streets: until then the processors have what
 * everybody waits for to do.
 */
export function whenRestIsWanted(engine: EngineClient | null, build: () => void): Subscription {
  return merge(settled(engine), looked$).pipe(take(1)).subscribe(build);
}

const looked$ = new Observable<null>((wanted) => {
  const look = () => {
    if (energyIsShown() || tunnelsAreShown()) wanted.next(null);
  };
  const stops = [useLook.subscribe(look), useSelection.subscribe(look)];
  look();
  return () => {
    for (const stop of stops) stop();
  };
});
