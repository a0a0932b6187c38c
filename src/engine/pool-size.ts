/**
 * How many workers live pairs of runs at once: a processor is left to the page, and memory to the browser. Measured on
 * the flagship (a saved state of 3.4 MB): 989 MB for the tab with A beside B and a worker to spare, 258 MB for each that
 * lives pairs; 1.5 GB is what a tab may take.
 */
const ROOM_MB = 540;
const WORKER_MB = 60;
const MB_A_STATE_MB = 65;

export function poolSize(processors: number | undefined, stateBytes: number): number {
  const workerMb = WORKER_MB + (stateBytes / 1_048_576) * MB_A_STATE_MB;
  return Math.max(1, Math.min((processors ?? 2) - 1, Math.floor(ROOM_MB / workerMb)));
}
