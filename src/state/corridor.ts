import { tap, throttleTime } from 'rxjs';
import { create } from 'zustand';
import type { CorridorPlan } from '../../sim';
import type { EngineClient } from '../engine/engine-face';
import { CorridorRecord } from './corridor-record';
import { useSelection } from './selection';

interface CorridorState {
  /** Of the road that is selected; null where none is. */
  readonly plan: CorridorPlan | null;
  readonly record: CorridorRecord | null;
  /** Counts what has been told of it. */
  readonly version: number;
}

/** As often as people read. */
const READING_PERIOD_MS = 250;

const nothing: CorridorState = { plan: null, record: null, version: 0 };

/** The corridor of the road that somebody has clicked, as long as it is clicked. */
export const useCorridor = create<CorridorState>(() => nothing);

export function followCorridor(engine: EngineClient): () => void {
  let edge: string | null = null;
  const choose = (next: string | null) => {
    if (next === edge) return;
    edge = next;
    // The diagram of the other direction takes its place when it comes.
    if (next === null) useCorridor.setState(nothing);
    void engine.watchCorridor(next).then((answer) => {
      if (next === null || next !== edge || !answer.ok) return;
      useCorridor.setState({ plan: answer.value, record: new CorridorRecord(), version: 0 });
    });
  };
  const look = () => {
    const { selected, placing } = useSelection.getState();
    choose(placing === null && selected?.kind === 'edge' ? selected.id : null);
  };
  const unselect = useSelection.subscribe(look);
  const rows = engine.corridor$
    .pipe(
      tap((told) => useCorridor.getState().record?.take(told)),
      throttleTime(READING_PERIOD_MS, undefined, { leading: true, trailing: true }),
    )
    .subscribe(() => useCorridor.setState(({ record, version }) => (record ? { version: version + 1 } : {})));
  look();
  return () => {
    unselect();
    rows.unsubscribe();
    useCorridor.setState(nothing);
  };
}
