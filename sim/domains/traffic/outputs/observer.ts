/** Looks at the traffic after each of its steps and changes nothing: the run's hash is the same with and without. */
import type { Domain, PortName, StepContext } from '../../../ports';
import type { TrafficState } from '../state';

export interface TrafficObserver {
  /** Before the first step that it sees. */
  start(state: TrafficState, seconds: number): void;
  /** After a step that ended at `seconds` since the start of the run. */
  stepped(state: TrafficState, seconds: number, stepSeconds: number): void;
  end(state: TrafficState, seconds: number): void;
}

export interface Observation {
  /** Tells the observers that nothing more comes; a run that made no step tells them nothing. */
  end(): void;
}

/** The same domain, watched. One run at a time: whoever goes back in time begins a new observation. */
export function observed<R extends PortName, W extends PortName>(
  domain: Domain<TrafficState, R, W>,
  observers: readonly TrafficObserver[],
): { readonly domain: Domain<TrafficState, R, W>; readonly observation: Observation } {
  let last: { readonly state: TrafficState; readonly seconds: number } | undefined;
  const start = (state: TrafficState) => {
    last = { state, seconds: state.totals.elapsedSeconds };
    for (const each of observers) each.start(state, last.seconds);
  };
  const watched: Domain<TrafficState, R, W> = {
    ...domain,
    step(state: TrafficState, context: StepContext<R, W>) {
      if (last?.state !== state) start(state);
      domain.step(state, context);
      // A scene may drive in longer steps than it is called at: until one is due, nothing has happened.
      const seconds = state.totals.elapsedSeconds;
      const stepSeconds = seconds - last!.seconds;
      if (stepSeconds <= 0) return;
      for (const each of observers) each.stepped(state, seconds, stepSeconds);
      last = { state, seconds };
    },
  };
  const end = () => {
    if (last !== undefined) for (const each of observers) each.end(last.state, last.seconds);
  };
  return { domain: watched, observation: { end } };
}
