const SINGULAR = 1e-12;

/**
 * Solves small dense systems by Gauss and Jordan with row pivots: `rows` are `n` lines of `n` factors and a right side,
 * which becomes the solution. Where the system leaves an unknown open it is what `guess` says, and the answer is false.
 */
export function eliminate(rows: Float64Array[], n: number, guess?: Float64Array): boolean {
  let determined = true;
  for (let k = 0; k < n; k++) {
    let pivot = k;
    for (let i = k + 1; i < n; i++) if (Math.abs(rows[i][k]) > Math.abs(rows[pivot][k])) pivot = i;
    [rows[k], rows[pivot]] = [rows[pivot], rows[k]];
    const own = rows[k];
    if (Math.abs(own[k]) < SINGULAR) {
      determined = false;
      own.fill(0, 0, n + 1);
      own[k] = 1;
      own[n] = guess === undefined ? 0 : guess[k];
    }
    for (let i = 0; i < n; i++) {
      if (i === k || rows[i][k] === 0) continue;
      const factor = rows[i][k] / own[k];
      for (let j = k; j <= n; j++) rows[i][j] -= factor * own[j];
    }
  }
  for (let k = 0; k < n; k++) rows[k][n] /= rows[k][k];
  return determined;
}
