/** Runs a study in this thread, in slices: between them the process hears Ctrl-C and shows how far it is. */
import { performance } from 'node:perf_hooks';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Result, succeed } from '../../kernel';
import type { TripTable } from '../../ports';
import { type RunResult, runStudy, type StudyOptions } from '../../studies';
import { type DomainTime, timedDomains } from '../timed-domains';
import { deskFor } from './desk';
import { peakRssMb } from './peak-memory';
import { Interrupted } from './refusal';

const SLICE_MS = 50;

export interface Performance {
  readonly wallSeconds: number;
  readonly cpuSeconds: number;
  readonly simulatedSeconds: number;
  readonly realTimeFactor: number;
  readonly peakRssMb: number;
  readonly vehicleUpdates: number;
  readonly updatesPerCpuSecond: number;
  /** Where the wall seconds went, domain by domain; the rest is reading the city, exchange, hashes and figures. */
  readonly domains: Readonly<Record<string, DomainTime>>;
}

export interface HeadlessRun {
  readonly result: RunResult;
  readonly performance: Performance;
  /** The state at `saveAtSeconds`. */
  readonly saved?: Uint8Array;
  trips(): TripTable | null;
}

export interface HeadlessOptions extends Omit<StudyOptions, 'shouldYield' | 'yielded' | 'desk'> {
  readonly signal: AbortSignal;
  progressed?(share: number, seconds: number, pace: number): void;
}

export async function runHeadless({ signal, progressed, ...options }: HeadlessOptions): Promise<Result<HeadlessRun>> {
  const wallBefore = performance.now();
  const cpuBefore = process.cpuUsage();
  let sliceEnds = wallBefore + SLICE_MS;
  const { domains, times } = timedDomains(options.domains, () => performance.now());
  const study = await runStudy({
    ...options,
    domains,
    desk: deskFor(domains),
    shouldYield: () => performance.now() >= sliceEnds,
    yielded: async (seconds, startSeconds) => {
      const wallSeconds = (performance.now() - wallBefore) / 1000;
      const share = (seconds - startSeconds) / (options.scenario.durationSeconds - startSeconds);
      progressed?.(share, seconds, (seconds - startSeconds) / wallSeconds);
      await nextTurn();
      if (signal.aborted) throw new Interrupted();
      sliceEnds = performance.now() + SLICE_MS;
    },
  });
  if (!study.ok) return study;
  const { result, saved, trips, work, fromSeconds, toSeconds } = study.value;
  const cpu = process.cpuUsage(cpuBefore);
  const wallSeconds = (performance.now() - wallBefore) / 1000;
  const cpuSeconds = (cpu.user + cpu.system) / 1e6;
  const simulatedSeconds = toSeconds - fromSeconds;
  return succeed({
    result,
    saved,
    trips,
    performance: {
      wallSeconds,
      cpuSeconds,
      simulatedSeconds,
      realTimeFactor: simulatedSeconds / wallSeconds,
      peakRssMb: peakRssMb(),
      vehicleUpdates: work,
      updatesPerCpuSecond: work / cpuSeconds,
      domains: times,
    },
  });
}
