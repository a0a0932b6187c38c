/**
 * The New European Driving Cycle, UN/ECE Regulation 83, annex 4a: four urban parts and one extra-urban part, made of
 * straight pieces. Each piece is [seconds, speed at its end in km/h]; it begins at the speed of the one before.
 */
export type Piece = readonly [seconds: number, endKmh: number];

export const urban: readonly Piece[] = [
  [11, 0],
  [4, 15],
  [8, 15],
  [2, 10],
  [3, 0],
  [21, 0],
  [5, 15],
  [2, 15],
  [5, 32],
  [24, 32],
  [8, 10],
  [3, 0],
  [21, 0],
  [5, 15],
  [2, 15],
  [9, 35],
  [2, 35],
  [8, 50],
  [12, 50],
  [8, 35],
  [13, 35],
  [2, 32],
  [7, 10],
  [3, 0],
  [7, 0],
];

export const extraUrban: readonly Piece[] = [
  [20, 0],
  [5, 15],
  [2, 15],
  [9, 35],
  [2, 35],
  [8, 50],
  [2, 50],
  [13, 70],
  [50, 70],
  [8, 50],
  [69, 50],
  [13, 70],
  [50, 70],
  [35, 100],
  [30, 100],
  [20, 120],
  [10, 120],
  [16, 80],
  [8, 50],
  [10, 0],
  [20, 0],
];

export const nedc: readonly Piece[] = [...urban, ...urban, ...urban, ...urban, ...extraUrban];

export interface Trace {
  readonly stepSeconds: number;
  /** At the end of each step, and what took place within it. */
  readonly speedMps: Float64Array;
  readonly accelerationMps2: Float64Array;
  readonly distanceM: number;
  readonly seconds: number;
}

/** The speed at the end of each step; the pieces take whole seconds, so steps of 1, 0.5 and 0.25 s cut none. */
export function traceOf(pieces: readonly Piece[], stepSeconds: number): Trace {
  const speeds: number[] = [];
  const accelerations: number[] = [];
  let atMps = 0;
  let distanceM = 0;
  let seconds = 0;
  for (const [pieceSeconds, endKmh] of pieces) {
    const acceleration = (endKmh / 3.6 - atMps) / pieceSeconds;
    const steps = Math.round(pieceSeconds / stepSeconds);
    for (let i = 1; i <= steps; i++) {
      speeds.push(atMps + acceleration * i * stepSeconds);
      accelerations.push(acceleration);
    }
    distanceM += 0.5 * (atMps + endKmh / 3.6) * pieceSeconds;
    seconds += pieceSeconds;
    atMps = endKmh / 3.6;
  }
  return {
    stepSeconds,
    speedMps: Float64Array.from(speeds),
    accelerationMps2: Float64Array.from(accelerations),
    distanceM,
    seconds,
  };
}
