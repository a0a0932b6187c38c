/**
 * A made gas network, like a town's and nobody's: medium pressure in a grid of mains fed at two ends, from which each
 * quarter's low-pressure streets are fed through a regulator, every third quarter's through two. Streets are a spanning
 * tree of a jittered grid with some of the other edges kept, so that they are meshed and have dead ends; heights roll.
 * The same seed gives the same network everywhere. Used to measure, and to test laws on something of size.
 */
import { cos, createLuck, type Luck, PI, sin, streamOf } from '../../kernel';
import { createPipeNetwork, LinkKind, naturalGas, type PipeNetwork } from '../../networks/pipes';

const QUARTERS = 5; // along each side
const STREETS = 9; // corners along each side of a quarter
const QUARTER_M = 900;
const MAIN_PIECES = 8; // of a main along one quarter
const KEPT_SHARE = 0.45; // of the edges that no tree needs
const MEDIUM_PA = 300_000;
const LOW_PA = 2_800; // gauge; appliances are made for 2 kPa
const CORNER_KG_PER_S = 4e-4; // about 1.7 m³/h of gas, a dozen flats at the hour of cooking
const MAIN_CUSTOMER_KG_PER_S = 0.02;

/** Draws of one network, each question with its stream. */
const stream = {
  place: streamOf('gas-town.place'),
  edge: streamOf('gas-town.edge'),
  demand: streamOf('gas-town.demand'),
};

interface Draft {
  readonly eastM: number[];
  readonly northM: number[];
  readonly withdrawal: number[];
  readonly from: number[];
  readonly to: number[];
  readonly diameterM: number[];
  readonly regulator: boolean[];
}

export function makeGasTown(seed = 1): PipeNetwork {
  const luck = createLuck(seed);
  const draft: Draft = { eastM: [], northM: [], withdrawal: [], from: [], to: [], diameterM: [], regulator: [] };
  const mains = layMains(draft, luck);
  for (let q = 0; q < QUARTERS * QUARTERS; q++) layQuarter(draft, luck, q, mains);
  const network = createPipeNetwork({
    nodeCount: draft.eastM.length,
    linkCount: draft.from.length,
    fluid: naturalGas,
    friction: 'colebrook',
  });
  const { nodes, links } = network;
  for (let n = 0; n < nodes.count; n++) {
    nodes.heightM[n] = heightM(draft.eastM[n], draft.northM[n]);
    nodes.withdrawalKgPerS[n] = draft.withdrawal[n];
  }
  for (const n of [mains.corner(0, 0), mains.corner(QUARTERS, QUARTERS)]) {
    nodes.isHeld[n] = 1;
    nodes.heldPressurePa[n] = MEDIUM_PA;
  }
  for (let i = 0; i < links.count; i++) {
    const [a, b] = [draft.from[i], draft.to[i]];
    const east = draft.eastM[b] - draft.eastM[a];
    const north = draft.northM[b] - draft.northM[a];
    links.from[i] = a;
    links.to[i] = b;
    links.diameterM[i] = draft.diameterM[i];
    links.roughnessM[i] = 1e-4;
    if (draft.regulator[i]) {
      links.kind[i] = LinkKind.regulator;
      links.setting[i] = LOW_PA;
    } else {
      links.lengthM[i] = Math.max(5, Math.sqrt(east * east + north * north));
    }
  }
  return network;
}

function heightM(eastM: number, northM: number): number {
  return 20 + 12 * sin((2 * PI * eastM) / 2_300) + 9 * cos((2 * PI * northM) / 3_100);
}

function addNode(draft: Draft, eastM: number, northM: number, withdrawal: number): number {
  draft.eastM.push(eastM);
  draft.northM.push(northM);
  draft.withdrawal.push(withdrawal);
  return draft.eastM.length - 1;
}

function addLink(draft: Draft, from: number, to: number, diameterM: number, regulator = false): void {
  draft.from.push(from);
  draft.to.push(to);
  draft.diameterM.push(diameterM);
  draft.regulator.push(regulator);
}

interface Mains {
  corner(column: number, row: number): number;
  /** Middle of the main along a quarter's southern side. */
  beside(column: number, row: number): number;
}

function layMains(draft: Draft, luck: Luck): Mains {
  const side = QUARTERS + 1;
  const corners = Array.from({ length: side * side }, (_, k) =>
    addNode(draft, (k % side) * QUARTER_M, Math.floor(k / side) * QUARTER_M, 0),
  );
  const corner = (column: number, row: number) => corners[row * side + column];
  const middles = new Map<string, number>();
  const lay = (column: number, row: number, east: number, north: number) => {
    let before = corner(column, row);
    const isOuter = (east === 1 && row % QUARTERS === 0) || (north === 1 && column % QUARTERS === 0);
    for (let k = 1; k <= MAIN_PIECES; k++) {
      const share = k / MAIN_PIECES;
      const isCustomer = luck.uniform(stream.demand, k, corner(column, row) * 2 + east) < 0.15;
      const here =
        k === MAIN_PIECES
          ? corner(column + east, row + north)
          : addNode(
              draft,
              (column + east * share) * QUARTER_M,
              (row + north * share) * QUARTER_M,
              isCustomer ? MAIN_CUSTOMER_KG_PER_S : 0,
            );
      addLink(draft, before, here, isOuter ? 0.3 : 0.2);
      if (k === MAIN_PIECES / 2) middles.set(`${column},${row},${east}`, here);
      before = here;
    }
  };
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      if (column < QUARTERS) lay(column, row, 1, 0);
      if (row < QUARTERS) lay(column, row, 0, 1);
    }
  }
  return { corner, beside: (column, row) => middles.get(`${column},${row},1`) as number };
}

function layQuarter(draft: Draft, luck: Luck, quarter: number, mains: Mains): void {
  const column = quarter % QUARTERS;
  const row = Math.floor(quarter / QUARTERS);
  const spacing = QUARTER_M / (STREETS + 1);
  const first = draft.eastM.length;
  for (let k = 0; k < STREETS * STREETS; k++) {
    const key = quarter * STREETS * STREETS + k;
    const east = column * QUARTER_M + ((k % STREETS) + 1 + 0.5 * (luck.uniform(stream.place, 0, key) - 0.5)) * spacing;
    const north =
      row * QUARTER_M + (Math.floor(k / STREETS) + 1 + 0.5 * (luck.uniform(stream.place, 1, key) - 0.5)) * spacing;
    addNode(draft, east, north, 2 * luck.uniform(stream.demand, 100, key) * CORNER_KG_PER_S);
  }
  const root = Int32Array.from({ length: STREETS * STREETS }, (_, k) => k);
  const rootOf = (k: number): number => {
    let r = k;
    while (root[r] !== r) r = root[r];
    return r;
  };
  const edges: { a: number; b: number; draw: number; wide: boolean }[] = [];
  for (let k = 0; k < STREETS * STREETS; k++) {
    const middle = Math.floor(STREETS / 2);
    const [x, y] = [k % STREETS, Math.floor(k / STREETS)];
    const draw = (way: number) => luck.uniform(stream.edge, way, quarter * STREETS * STREETS + k);
    if (x + 1 < STREETS) edges.push({ a: k, b: k + 1, draw: draw(0), wide: y === middle });
    if (y + 1 < STREETS) edges.push({ a: k, b: k + STREETS, draw: draw(1), wide: x === middle });
  }
  // The wide streets first, so that the tree runs along them; then by luck.
  edges.sort((p, q) => Number(q.wide) - Number(p.wide) || p.draw - q.draw);
  for (const { a, b, draw, wide } of edges) {
    const joins = rootOf(a) !== rootOf(b);
    if (joins) root[rootOf(a)] = rootOf(b);
    if (joins || draw < KEPT_SHARE) addLink(draft, first + a, first + b, wide ? 0.15 : 0.1);
  }
  station(draft, mains.beside(column, row), first + Math.floor(STREETS / 2));
  if (quarter % 3 === 0) {
    station(draft, mains.beside(column, row + 1), first + STREETS * (STREETS - 1) + Math.floor(STREETS / 2));
  }
}

/** A branch off the main, and the regulator at its end. */
function station(draft: Draft, main: number, street: number): void {
  const inlet = addNode(draft, draft.eastM[street], draft.northM[street] - 20, 0);
  addLink(draft, main, inlet, 0.1);
  addLink(draft, inlet, street, 0.1, true);
}
