import type { Command, Pace } from '../../sim';
import type { EngineClient } from '../engine/engine-face';
import { useChrome } from './chrome';
import { useEdits } from './edits';
import { useRun } from './run';

/** What the pace buttons offer; keys 1 to 5 are these in their order. */
export const paces = [1, 10, 60, 300, 'flat-out'] as const satisfies readonly Pace[];

const STEP_AHEAD_S = 300;

/** Sends a command about time; a refusal is shown like any other. */
async function tell(engine: EngineClient, command: Command): Promise<void> {
  useChrome.getState().acted();
  const result = await engine.send(command);
  if (!result.ok) useEdits.setState({ refusal: { problems: result.problems, subject: null } });
}

export function togglePlay(engine: EngineClient): void {
  const { clock } = useRun.getState();
  if (clock) void tell(engine, { kind: clock.running ? 'pause' : 'play' });
}

export function setPace(engine: EngineClient, pace: Pace): void {
  if (useRun.getState().clock) void tell(engine, { kind: 'pace', pace });
}

export function seekTo(engine: EngineClient, seconds: number): void {
  if (useRun.getState().clock) void tell(engine, { kind: 'seek', seconds });
}

export function goAhead(engine: EngineClient): void {
  const { clock, status } = useRun.getState();
  if (clock && status.kind !== 'seeking') void tell(engine, { kind: 'seek', seconds: clock.seconds + STEP_AHEAD_S });
}
