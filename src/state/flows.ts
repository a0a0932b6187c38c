import { create } from 'zustand';
import type { FlowLink, FlowReading } from '../../sim';
import type { EngineClient } from '../engine/engine-face';
import { addReading, type FlowRecord } from './flow-record';

interface FlowsState {
  /** Which row is which link; none where the scene has no networks, or has not been read. */
  readonly links: readonly FlowLink[];
  /** Of this run, and of the same one without the changes. */
  readonly record: FlowRecord;
  readonly baseline: FlowRecord;
}

const NONE: FlowRecord = [];
const STRIDE = 2;

export const useFlows = create<FlowsState>(() => ({ links: [], record: NONE, baseline: NONE }));

/** Takes a frame's section, which is copied where it reaches further than the last one, or back. */
export function tellFlows(rows: Float32Array): void {
  const { record } = useFlows.getState();
  const reachesSeconds = rows[rows.length - 1];
  if (!(reachesSeconds > 0) || record.at(-1)?.reachesSeconds === reachesSeconds) return;
  const count = rows.length / STRIDE - 1;
  const reading: FlowReading = { reachesSeconds, kw: new Float32Array(count), kwh: new Float32Array(count) };
  for (let i = 0; i < count; i++) {
    reading.kw[i] = rows[STRIDE * i];
    reading.kwh[i] = rows[STRIDE * i + 1];
  }
  useFlows.setState({ record: addReading(record, reading) });
}

/** Keeps what the run without changes tells of its flows, as long as there is one. */
export function followFlows(engine: EngineClient): () => void {
  const samples = engine.baseline.kpis$.subscribe(({ flows }) => {
    if (flows) useFlows.setState(({ baseline }) => ({ baseline: addReading(baseline, flows) }));
  });
  const active = engine.baseline.active$.subscribe((isActive) => {
    if (!isActive) useFlows.setState({ baseline: NONE });
  });
  return () => {
    samples.unsubscribe();
    active.unsubscribe();
  };
}

/** Another run begins: nothing is known of it yet. */
export function forgetFlows(): void {
  useFlows.setState({ links: [], record: NONE, baseline: NONE });
}
