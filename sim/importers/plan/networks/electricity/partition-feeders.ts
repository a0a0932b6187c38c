import type { Ways } from '../shortest-ways';

/** Addresses that hang on one feeder; their ways to the substation make its tree. */
export interface FeederArea {
  readonly source: number;
  readonly members: readonly number[];
  readonly kva: number;
}

interface Bag {
  members: number[];
  kva: number;
}

/** A bag this full leaves for the substation on its own; which serves best depends on the city, so each is tried. */
const FULL_AT = [0.7, 0.74, 0.78, 0.8, 0.82, 0.84, 0.86, 0.88, 0.9, 0.92, 0.94, 0.96, 0.98];

/**
 * Cuts the tree of shortest ways into feeders, from the leaves inwards (the greedy of capacitated spanning trees, Esau
 * & Williams 1966, on a tree that is given): what fits together goes on together, what is full becomes a feeder whose
 * trunk follows the way to its substation in a trench with others.
 */
export function partitionFeeders(ways: Ways, kvaOf: (node: number) => number, mostKva: number): FeederArea[] {
  let best: FeederArea[] | undefined;
  for (const full of FULL_AT) {
    const areas = cutAt(ways, kvaOf, mostKva, full * mostKva);
    if (!best || areas.length < best.length) best = areas;
  }
  return best!;
}

function cutAt(ways: Ways, kvaOf: (node: number) => number, mostKva: number, fullKva: number): FeederArea[] {
  const areas: FeederArea[] = [];
  const waiting = new Map<number, Bag[]>();
  const cut = (bag: Bag, source: number): void => {
    if (bag.members.length > 0) areas.push({ source, members: bag.members, kva: bag.kva });
  };
  for (let i = ways.order.length - 1; i >= 0; i--) {
    const node = ways.order[i];
    const source = ways.source[node];
    const own = kvaOf(node);
    const bags = waiting.get(node) ?? [];
    waiting.delete(node);
    if (own > 0) bags.push({ members: [node], kva: own });
    const packed = pack(bags, mostKva);
    const isSource = ways.towards[node] < 0;
    for (const bag of packed) {
      const isLast = bag === packed[packed.length - 1];
      if (isSource || bag.kva >= fullKva || !isLast) cut(bag, source);
      else hand(waiting, ways.towards[node], bag);
    }
  }
  return joinSmall(areas, mostKva);
}

/** First fit, the heaviest first; the lightest bag comes last and goes on. */
function pack(bags: Bag[], mostKva: number): Bag[] {
  const packed: Bag[] = [];
  for (const bag of [...bags].sort((a, b) => b.kva - a.kva || a.members[0] - b.members[0])) {
    const room = packed.find((other) => other.kva + bag.kva <= mostKva);
    if (room) {
      room.members.push(...bag.members);
      room.kva += bag.kva;
    } else packed.push({ members: [...bag.members], kva: bag.kva });
  }
  return packed.sort((a, b) => b.kva - a.kva);
}

function hand(waiting: Map<number, Bag[]>, node: number, bag: Bag): void {
  const list = waiting.get(node);
  if (list) list.push(bag);
  else waiting.set(node, [bag]);
}

/** What was left over near a substation shares a cable where two fit on one. */
function joinSmall(areas: readonly FeederArea[], mostKva: number): FeederArea[] {
  const joined: FeederArea[] = [];
  for (const area of [...areas].sort((a, b) => b.kva - a.kva || a.members[0] - b.members[0])) {
    const k = joined.findIndex((other) => other.source === area.source && other.kva + area.kva <= mostKva);
    if (k < 0) joined.push(area);
    else {
      joined[k] = { ...area, members: [...joined[k].members, ...area.members], kva: joined[k].kva + area.kva };
    }
  }
  return joined;
}
