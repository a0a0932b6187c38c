/** SUMO's matrix of requests: of every two links of a junction whether they meet, and which of them has to wait. */
import { readWords } from '../read-values';
import type { NetDraft } from './draft';
import type { NetJunction } from './net-elements';
import type { DraftTurn } from './turns';

/** Carries the matrix over to the turns; a junction whose matrix is broken keeps what follows from its shapes. */
export function carryRightOfWay(junction: NetJunction, turns: readonly DraftTurn[], draft: NetDraft): void {
  const requests = new Map<number, ReadonlyMap<string, string>>();
  for (const request of junction.requests) requests.set(Number(request.get('index')), request);
  const count = requests.size;
  const links = linksOf(junction, turns, count);
  const isWhole = (index: number | undefined) => {
    const request = requests.get(index ?? -1);
    return ['response', 'foes'].every((key) => {
      const bits = request?.get(key) ?? '';
      return bits.length === count && /^[01]*$/.test(bits);
    });
  };
  const broken = turns.find((turn) => !isWhole(links.get(turn)));
  if (broken !== undefined) {
    const what = `expected a request of ${count} bits for the way from "${broken.fromLane}"`;
    draft.note('guessed', ['junction', junction.id], `${what}; right of way is worked out from the shapes`);
    return;
  }
  const says = (a: DraftTurn, b: DraftTurn, key: 'response' | 'foes') =>
    requests
      .get(links.get(a)!)!
      .get(key)!
      .charAt(count - 1 - links.get(b)!) === '1';
  for (const a of turns) {
    const foes: string[] = [];
    const yieldsTo: string[] = [];
    for (const b of turns) {
      if (b.fromLane === a.fromLane) continue;
      const waits = says(a, b, 'response');
      if (!waits && !says(a, b, 'foes') && !says(b, a, 'foes') && !says(b, a, 'response')) continue;
      foes.push(b.turn.id);
      if (waits) yieldsTo.push(b.turn.id);
    }
    a.turn.foes = foes;
    if (yieldsTo.length > 0) a.turn.yieldsTo = yieldsTo;
  }
}

/**
 * Where one waits within a junction SUMO has a junction of its own, after whose first lane come those that are let by
 * there: their ways through the junction, as far as it names these too, whatever the matrix says of them.
 */
export function carryInnerWaits(junctions: readonly NetJunction[], turns: readonly DraftTurn[]): void {
  const waiting = new Map(turns.filter(({ turn }) => turn.waitsAtM !== undefined).map((turn) => [turn.via[0], turn]));
  for (const { attributes } of junctions) {
    if (attributes.get('type') !== 'internal') continue;
    const [own, ...lanes] = readWords(attributes.get('incLanes'));
    const ways = new Set(readWords(attributes.get('intLanes')));
    const waits = waiting.get(own);
    if (waits === undefined) continue;
    waits.turn.waitsFor = turns
      .filter(({ junction, fromLane }) => junction === waits.junction && fromLane !== waits.fromLane)
      .filter(({ fromLane, via }) => lanes.includes(fromLane) && ways.has(via[0]))
      .map(({ turn }) => turn.id);
  }
}

/** Links are numbered as the junction lists its internal lanes; without them, by lane and then in the file's order. */
function linksOf(junction: NetJunction, turns: readonly DraftTurn[], count: number): Map<DraftTurn, number> {
  const names = (key: string) => (junction.attributes.get(key) ?? '').split(/\s+/).filter((name) => name !== '');
  const internal = new Map(names('intLanes').map((name, index) => [name, index]));
  const links = new Map<DraftTurn, number>();
  if (internal.size > 0) {
    for (const turn of turns) {
      const link = turn.via.map((name) => internal.get(name)).find((index) => index !== undefined);
      if (link !== undefined) links.set(turn, link);
    }
    return links;
  }
  for (const lane of names('incLanes')) {
    for (const turn of turns) if (turn.fromLane === lane) links.set(turn, links.size);
  }
  // One link left out, and the numbers of those after it are unknown.
  return links.size === count ? links : new Map();
}
