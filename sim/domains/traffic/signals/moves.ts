/** How far each row has moved since the last look, from its odometer; kept only while some signal needs to know. */
export interface Moves {
  live: boolean;
  readonly odometerThenM: Float64Array;
  readonly movedM: Float64Array;
}

export function createMoves(capacity: number): Moves {
  return { live: false, odometerThenM: new Float64Array(capacity), movedM: new Float64Array(capacity) };
}

export function takeMoves(moves: Moves, odometerM: Float64Array, rowEnd: number, needed: boolean): void {
  const { odometerThenM, movedM, live } = moves;
  moves.live = needed;
  if (!needed) return;
  for (let row = 0; row < movedM.length; row++) {
    const nowM = row < rowEnd ? odometerM[row] : 0;
    // A row that has been given to another vehicle begins again at nought.
    movedM[row] = live && nowM > odometerThenM[row] ? nowM - odometerThenM[row] : 0;
    odometerThenM[row] = nowM;
  }
}
