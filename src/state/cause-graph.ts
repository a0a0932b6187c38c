import type { Happening } from '../../sim';

/** Happenings by their ids, and what each of them caused. Grows with the record; what it has is not read again. */
export class CauseIndex {
  private readonly known = new Map<number, Happening>();
  private readonly followed = new Map<number, number[]>();
  private newest: Happening | undefined;

  /** Takes the record as it is now, oldest first. */
  update(record: readonly Happening[]): this {
    const at = this.newest === undefined ? -1 : placeIn(record, this.newest);
    // A jump back has rewritten what was known, or so much has left the record that it is time to let it go.
    if (at < 0 || this.known.size > 2 * record.length + 64) {
      this.known.clear();
      this.followed.clear();
      this.add(record, 0);
    } else {
      this.add(record, at + 1);
    }
    this.newest = record.at(-1);
    return this;
  }

  private add(record: readonly Happening[], from: number): void {
    for (let i = from; i < record.length; i++) {
      const happening = record[i];
      this.known.set(happening.id, happening);
      for (const cause of happening.causes) {
        // A cause is always earlier; anything else would go in circles.
        if (cause >= happening.id) continue;
        const effects = this.followed.get(cause);
        if (effects === undefined) this.followed.set(cause, [happening.id]);
        else if (effects[effects.length - 1] !== happening.id) effects.push(happening.id);
      }
    }
  }

  of(id: number): Happening | undefined {
    return this.known.get(id);
  }

  /** Those of its causes that are on record. */
  causesOf({ id, causes }: Happening): readonly number[] {
    for (const cause of causes) if (cause >= id || !this.known.has(cause)) return this.soundOf(id, causes);
    return causes;
  }

  private soundOf(id: number, causes: readonly number[]): readonly number[] {
    return causes.filter((cause) => cause < id && this.known.has(cause));
  }

  effectsOf(id: number): readonly number[] {
    return this.followed.get(id) ?? NONE;
  }
}

const NONE: readonly number[] = [];

/** Where a happening stands in a record that is in the order of ids; below 0 where it does not. */
function placeIn(record: readonly Happening[], happening: Happening): number {
  let low = 0;
  let high = record.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (record[middle].id === happening.id) return record[middle] === happening ? middle : -1;
    if (record[middle].id < happening.id) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Why a first happening has no cause to show: it is a change of ours, nobody caused it, or that is forgotten. */
export type Origin = 'change' | 'chance' | 'forgotten';

export interface CauseRow {
  readonly type: 'happening';
  readonly happening: Happening;
  readonly depth: number;
  readonly role: 'cause' | 'focus' | 'effect';
  /** Under which it stands; undefined for a first one. */
  readonly parent: Happening | undefined;
  /** Its other causes. */
  readonly also: readonly Happening[];
  readonly origin: Origin | undefined;
  readonly children: number;
  readonly isOpen: boolean;
}

/** Effects of one happening that are not listed until somebody asks. */
export interface MoreRow {
  readonly type: 'more';
  readonly parent: Happening;
  readonly depth: number;
  readonly count: number;
}

export interface CauseList {
  readonly rows: readonly (CauseRow | MoreRow)[];
  readonly causes: number;
  readonly effects: number;
  /** Rows that were left out at the end, for the sake of the page. */
  readonly leftOut: number;
  /** The first cause of all, to look from there. */
  readonly root: number;
}

export interface Unfolding {
  /** Happenings whose effects are folded away. */
  readonly folded: ReadonlySet<number>;
  /** Happenings all of whose effects are listed. */
  readonly all: ReadonlySet<number>;
  readonly mostRows: number;
}

/** Of many effects of one cause the first few stand for the rest. */
const SHOWN_EFFECTS = 8;

/**
 * Everything that led to a happening and everything that followed from it, as an indented list: each stands under the
 * first of its causes, in the order of time; further causes are named beside it.
 */
export function causeList(index: CauseIndex, focus: number, { folded, all, mostRows }: Unfolding): CauseList | null {
  const asked = index.of(focus);
  if (asked === undefined) return null;
  const causes = reachable(focus, (id) => index.causesOf(index.of(id)!));
  const effects = reachable(focus, (id) => index.effectsOf(id));
  const isNode = (id: number) => id === focus || causes.has(id) || effects.has(id);
  const children = new Map<number, number[]>();
  const roots: number[] = [];
  for (const id of Uint32Array.from([...causes, focus, ...effects]).sort()) {
    const parent = index.causesOf(index.of(id)!).find(isNode);
    if (parent === undefined) roots.push(id);
    else {
      const known = children.get(parent);
      if (known === undefined) children.set(parent, [id]);
      else known.push(id);
    }
  }
  const rows: (CauseRow | MoreRow)[] = [];
  let leftOut = 0;
  const stack: (number | MoreRow)[] = [...roots].reverse();
  const depthOf = new Map<number, number>();
  while (stack.length > 0) {
    const next = stack.pop()!;
    if (rows.length >= mostRows) {
      leftOut++;
      if (typeof next !== 'number') continue;
    } else if (typeof next !== 'number') {
      rows.push(next);
      continue;
    }
    const happening = index.of(next)!;
    const own = children.get(next) ?? NONE;
    const isOpen = own.length > 0 && !folded.has(next);
    const within = index.causesOf(happening).filter(isNode);
    const parent = within[0];
    const depth = parent === undefined ? 0 : (depthOf.get(parent) ?? 0) + 1;
    depthOf.set(next, depth);
    if (rows.length < mostRows) {
      rows.push({
        type: 'happening',
        happening,
        depth,
        role: next === focus ? 'focus' : causes.has(next) ? 'cause' : 'effect',
        parent: parent === undefined ? undefined : index.of(parent),
        also: within.slice(1).map((id) => index.of(id)!),
        origin: parent === undefined ? originOf(happening) : undefined,
        children: own.length,
        isOpen,
      });
    }
    if (!isOpen) continue;
    // The way to what was asked about is never among those left out.
    const isShown = (id: number, i: number) => i < SHOWN_EFFECTS || all.has(next) || id === focus || causes.has(id);
    const shown = own.filter(isShown);
    if (shown.length < own.length) {
      stack.push({ type: 'more', parent: happening, depth: depth + 1, count: own.length - shown.length });
    }
    for (let i = shown.length - 1; i >= 0; i--) stack.push(shown[i]);
  }
  return { rows, causes: causes.size, effects: effects.size, leftOut, root: firstOf(roots, focus, index) };
}

function originOf({ code, causes }: Happening): Origin {
  if (code.startsWith('intervention.')) return 'change';
  return causes.length === 0 ? 'chance' : 'forgotten';
}

/** Everything that can be reached, without where one begins. */
export function reachable(from: number, next: (id: number) => readonly number[]): ReadonlySet<number> {
  const found = new Set<number>([from]);
  const queue = [from];
  for (let i = 0; i < queue.length; i++) {
    for (const id of next(queue[i])) {
      if (found.has(id)) continue;
      found.add(id);
      queue.push(id);
    }
  }
  found.delete(from);
  return found;
}

/** Where the first causes lead back to, going by the first cause of each. */
function firstOf(roots: readonly number[], focus: number, index: CauseIndex): number {
  let at = focus;
  for (;;) {
    const [cause] = index.causesOf(index.of(at)!);
    if (cause === undefined) return roots.includes(at) ? at : focus;
    at = cause;
  }
}
