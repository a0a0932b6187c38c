// The lie of Hunnan's grid: a square raster of streets, bent a little as the river bends. All lengths in metres.
export const CELL_M = 480;
/** Cells eastwards and northwards. */
export const COLUMNS = 18;
export const ROWS = 11;
export const SEED = 20_110_622;

/** From places on the raster, in cells from its south-west corner, to metres: the grid follows the river's bow. */
export function at(u, v) {
  const x = (u - COLUMNS / 2) * CELL_M;
  const y = (v - ROWS / 2) * CELL_M;
  const bow = 190 * Math.cos((Math.PI * x) / 11_000) - 120;
  return [round(x + 0.012 * y + 40 * Math.sin(y / 1_900)), round(y + bow * (0.55 + 0.45 * (v / ROWS)) + 0.035 * x)];
}

/** The raster's place of a point near enough to find its cell: `at` turned round by iteration. */
export function cellOf([x, y]) {
  let [u, v] = [x / CELL_M + COLUMNS / 2, y / CELL_M + ROWS / 2];
  for (let round = 0; round < 12; round++) {
    const [px, py] = at(u, v);
    u += (x - px) / CELL_M;
    v += (y - py) / CELL_M;
  }
  return { u, v, i: Math.floor(u), j: Math.floor(v) };
}

const round = (value) => Math.round(10 * value) / 10;

/** Numerical Recipes' congruence by a name: the same draw for the same name, whatever was drawn before. */
export function luckOf(name) {
  let state = SEED;
  for (const letter of name) state = (Math.imul(state ^ letter.codePointAt(0), 1_664_525) + 1_013_904_223) >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

export const title = (zh, en) => ({ zh, en });
