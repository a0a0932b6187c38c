import { eliminate } from './eliminate';
import { loseHead } from './friction';
import type { LoopFlows } from './loop-flows';
import { pumpHead, pumpSlope } from './loop-pumps';
import { pathSlope, spreadFlows, sumAlongTree } from './loop-tree';

const MOST_ROUNDS = 200;
/**
 * What is left over is the slope of a convex whole. A step that ends where it climbs by more than this share of what it
 * fell at first has gone too far, and is shortened to where it stops falling, so often at most.
 */
const OVERSHOT = 0.5;
const MOST_SHORTENED = 8;
/** Rounds after which each step is taken with care. */
const PATIENCE = 20;
const ROUNDING = 1e-12;
const CLOSED_M = 1e-8;

/**
 * Newton's method for the flows of chords, and of consumers where pumps fall short. Each unknown has its way: a chord
 * its circle, a consumer the path from its holder, pump and valve included. What two ways share of the tree is what
 * leads to the node where their paths part.
 */
export function closeCircles(flows: LoopFlows, wanted: Float64Array, short: boolean): void {
  const { tree } = flows;
  const { residual, step } = tree;
  const count = nameUnknowns(flows, short);
  flows.settled = false;
  let downhill = 0;
  let shortened = MOST_SHORTENED;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    if (leftOver(flows, wanted, count) < CLOSED_M) {
      flows.settled = true;
      return;
    }
    let slope = 0;
    for (let w = 0; w < count; w++) slope += residual[w] * step[w];
    if (shortened < MOST_SHORTENED && slope > OVERSHOT * downhill) {
      const share = downhill / (slope + downhill);
      for (let w = 0; w < count; w++) {
        moveUnknown(flows, wanted, w, (share - 1) * step[w]);
        step[w] *= share;
      }
      downhill *= share;
      shortened++;
      continue;
    }
    downhill = 0;
    const share = solveForSteps(flows, wanted, count, round >= PATIENCE);
    for (let w = 0; w < count; w++) {
      step[w] *= share;
      moveUnknown(flows, wanted, w, step[w]);
      downhill -= residual[w] * step[w];
    }
    shortened = downhill > 0 ? 0 : MOST_SHORTENED;
  }
  spreadFlows(flows);
}

/** What is left over on the way of each unknown, m; answered is the largest of those that count. */
function leftOver(flows: LoopFlows, wanted: Float64Array, count: number): number {
  const { plan, tree, consumerM3PerS, valveMPerFlow2 } = flows;
  const { residual, member, fallM } = tree;
  spreadFlows(flows);
  loseHead(flows.friction, flows.pipeM3PerS, tree.lossM, tree.slope);
  sumAlongTree(flows);
  let worst = 0;
  for (let w = 0; w < count; w++) {
    member[w] = 1;
    if (w < tree.chords.length) {
      const b = tree.chords[w];
      residual[w] = fallM[plan.from[b]] + tree.lossM[b] - fallM[plan.to[b]];
    } else {
      const i = tree.unknown[w];
      const q = consumerM3PerS[i];
      const owner = flows.holder[tree.plus[w]];
      residual[w] = fallM[tree.plus[w]] + valveMPerFlow2[i] * q * q - pumpHead(flows, owner, flows.sourceM3PerS[owner]);
      // At its wish with head to spare: its valve sees to that, not the system.
      if (q >= wanted[i] && residual[w] <= 0) member[w] = 0;
    }
    if (member[w] === 1 && Math.abs(residual[w]) > worst) worst = Math.abs(residual[w]);
  }
  return worst;
}

/**
 * Newton's steps; answered is how much of them to go. In haste each consumer stops at its own end of the way and the
 * others go on, which is mostly right and quick. With care all stop where the first one does, and who is at his end and
 * would go beyond it is left out: that never runs in circles.
 */
function solveForSteps(flows: LoopFlows, wanted: Float64Array, count: number, careful: boolean): number {
  const { tree, consumerM3PerS } = flows;
  const { rows, member, step, unknown } = tree;
  const chords = tree.chords.length;
  for (let again = true; again; ) {
    again = false;
    for (let w = 0; w < count; w++) fillRow(flows, w, count);
    eliminate(rows, count);
    for (let w = chords; w < count && careful; w++) {
      const atEnd = consumerM3PerS[unknown[w]] >= wanted[unknown[w]];
      if (member[w] === 0 || !atEnd || rows[w][count] <= 0) continue;
      member[w] = 0;
      again = true;
    }
  }
  let share = 1;
  for (let w = 0; w < count; w++) {
    const newton = member[w] === 1 ? rows[w][count] : 0;
    step[w] = newton;
    if (w < chords || newton === 0) continue;
    const q = consumerM3PerS[unknown[w]];
    // Never more than nine tenths towards nothing at once: the square's slope is lost there.
    const room = newton > 0 ? wanted[unknown[w]] - q : -0.9 * q;
    if (newton / room <= 1) continue;
    if (careful) share = Math.min(share, room / newton);
    else step[w] = room;
  }
  return share;
}

function moveUnknown(flows: LoopFlows, wanted: Float64Array, w: number, by: number): void {
  const { tree, chordM3PerS, consumerM3PerS } = flows;
  if (w < tree.chords.length) {
    chordM3PerS[tree.chords[w]] += by;
    return;
  }
  const i = tree.unknown[w];
  const next = consumerM3PerS[i] + by;
  // A wish is met when it is met but for rounding.
  consumerM3PerS[i] = next > wanted[i] * (1 - ROUNDING) ? wanted[i] : next;
}

/** One line of the Jacobian: what each unknown does to what is left over on the way of one. */
function fillRow(flows: LoopFlows, w: number, n: number): void {
  const { plan, tree, share, sourceM3PerS, holder, pumpsOn, valveMPerFlow2, consumerM3PerS } = flows;
  const { rows, member, residual, plus, minus, unknown, slope } = tree;
  const chords = tree.chords.length;
  const row = rows[w];
  row.fill(0, 0, n + 1);
  if (member[w] === 0) {
    row[w] = 1;
    return;
  }
  row[n] = -residual[w];
  const owner = holder[plus[w]];
  // A consumer's litre comes from the holder but for what the others send of it.
  let bySenders = 0;
  let sent = 1;
  for (let s = 0; s < share.length; s++) {
    const node = plan.sourceNode[s];
    if (holder[node] !== owner || s === owner || pumpsOn[s] === 0) continue;
    bySenders += share[s] * (pathSlope(flows, plus[w], node) - pathSlope(flows, minus[w], node));
    sent -= share[s];
  }
  for (let v = 0; v < n; v++) {
    if (member[v] === 0 || holder[plus[v]] !== owner) continue;
    row[v] =
      pathSlope(flows, plus[w], plus[v]) -
      pathSlope(flows, plus[w], minus[v]) -
      pathSlope(flows, minus[w], plus[v]) +
      pathSlope(flows, minus[w], minus[v]);
    if (v < chords) {
      if (v === w) row[v] += slope[tree.chords[v]];
      continue;
    }
    row[v] -= bySenders;
    if (w >= chords) row[v] += sent * pumpSlope(flows, owner, sourceM3PerS[owner]);
  }
  if (w >= chords) row[w] += 2 * valveMPerFlow2[unknown[w]] * consumerM3PerS[unknown[w]];
}

function nameUnknowns({ plan, tree, consumerM3PerS, holder, full }: LoopFlows, short: boolean): number {
  let count = 0;
  for (const b of tree.chords) {
    tree.plus[count] = plan.from[b];
    tree.minus[count++] = plan.to[b];
  }
  if (short) {
    for (let i = 0; i < consumerM3PerS.length; i++) {
      if (consumerM3PerS[i] === 0 || full[holder[plan.consumerNode[i]]] === 0) continue;
      tree.unknown[count] = i;
      tree.plus[count] = plan.consumerNode[i];
      tree.minus[count++] = -1;
    }
  }
  while (tree.rows.length < count) tree.rows.push(new Float64Array(tree.plus.length + 1));
  return count;
}
