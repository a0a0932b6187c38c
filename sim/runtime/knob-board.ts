import type { Intervention } from '../interventions';
import { asElementId, type Decoder, type ElementId, type Encoder, stringifyStable } from '../kernel';
import type { KnobName, KnobTurn } from '../ports';
import type { CompiledScene } from '../scene/compiled';
import type { Catalogue } from './catalogue';

type Happen = (code: string, element: ElementId, causes: readonly number[]) => number;

/** An intervention that acts now: the happening that said so, and what it was when it said so. */
interface Acting {
  readonly startedId: number;
  readonly content: string;
}

interface Held {
  readonly knob: string;
  readonly slot: number;
  readonly value: number;
  readonly owner: string;
}

interface TimedClaim extends Held {
  readonly fromTick: number;
  readonly untilTick: number;
}

interface Listed {
  readonly id: string;
  readonly fromTick: number;
  readonly untilTick: number;
  readonly content: string;
}

/**
 * At any tick the active list decides every knob, and only the difference to what is in force is turned; nothing is
 * undone from stored patches. The order of the list decides nothing: all goes by name.
 */
export class KnobBoard {
  readonly #scene: CompiledScene;
  readonly #catalogue: Catalogue;
  readonly #tickOf: (seconds: number) => number;
  #acting = new Map<string, Acting>();
  #held = new Map<string, Held>();
  #listed: readonly Listed[] = [];
  #claims: readonly TimedClaim[] = [];
  #nextTick = 0;

  constructor(scene: CompiledScene, catalogue: Catalogue, tickOf: (seconds: number) => number) {
    this.#scene = scene;
    this.#catalogue = catalogue;
    this.#tickOf = tickOf;
  }

  /** Another list; it takes effect at the next decision. */
  adopt(list: readonly Intervention[]): void {
    const tickOf = this.#tickOf;
    const endTick = (seconds: number | null) => (seconds === null ? Number.POSITIVE_INFINITY : tickOf(seconds));
    const sorted = [...list].sort((a, b) => (a.id < b.id ? -1 : 1));
    this.#listed = sorted.map(({ id, kind, targets, settings, fromSeconds, untilSeconds }) => ({
      id,
      fromTick: tickOf(fromSeconds),
      untilTick: endTick(untilSeconds),
      content: stringifyStable({ kind, targets, settings }),
    }));
    this.#claims = sorted.flatMap((intervention) =>
      this.#catalogue.kinds[intervention.kind]
        .claims(intervention, this.#scene)
        .map(({ knob, slot, value, fromSeconds, untilSeconds }) => ({
          knob,
          slot,
          value,
          owner: intervention.id,
          fromTick: tickOf(fromSeconds),
          untilTick: endTick(untilSeconds),
        })),
    );
    this.#nextTick = 0;
  }

  /** The next tick at which something may have to be decided. */
  get nextTick(): number {
    return this.#nextTick;
  }

  isDue(tick: number): boolean {
    return tick >= this.#nextTick;
  }

  /** Whether it acts, as far as decided. */
  isActing(id: string): boolean {
    return this.#acting.has(id);
  }

  /** The turns that bring the knobs to what the list wants at this tick, by domain. */
  decide(tick: number, happen: Happen): ReadonlyMap<string, readonly KnobTurn[]> {
    const causeOf = this.#announce(tick, happen);
    const wanted = new Map<string, Held>();
    for (const claim of this.#claims) {
      if (tick < claim.fromTick || tick >= claim.untilTick) continue;
      const key = keyOf(claim);
      const rival = wanted.get(key);
      if (rival === undefined) wanted.set(key, claim);
      else if (rival.value !== claim.value) {
        throw new Error(
          `'${rival.owner}' and '${claim.owner}' conflict about ${key}, expected a list that was checked`,
        );
      }
    }
    const turns: { readonly held: Held; readonly turn: KnobTurn }[] = [];
    const note = (held: Held, value: number | null) => {
      const { knob, slot, owner } = held;
      turns.push({ held, turn: { knob: knob as KnobName, slot, value, cause: causeOf.get(owner) ?? 0 } });
    };
    for (const [key, held] of this.#held) {
      if (!wanted.has(key)) note(held, null);
    }
    for (const [key, held] of wanted) {
      if (this.#held.get(key)?.value !== held.value) note(held, held.value);
    }
    this.#held = wanted;
    this.#nextTick = this.#changeAfter(tick);
    turns.sort((a, b) =>
      a.held.knob === b.held.knob ? a.held.slot - b.held.slot : a.held.knob < b.held.knob ? -1 : 1,
    );
    const byDomain = new Map<string, KnobTurn[]>();
    for (const { held, turn } of turns) {
      const { domain, also } = this.#catalogue.knobs[held.knob];
      for (const name of also === undefined ? [domain] : [domain, also]) {
        const own = byDomain.get(name);
        if (own === undefined) byDomain.set(name, [turn]);
        else own.push(turn);
      }
    }
    return byDomain;
  }

  save(to: Encoder): void {
    const acting = [...this.#acting].sort(([a], [b]) => (a < b ? -1 : 1));
    to.u32(acting.length);
    for (const [id, { startedId, content }] of acting) to.text(id).u32(startedId).text(content);
    const held = [...this.#held].sort(([a], [b]) => (a < b ? -1 : 1));
    to.u32(held.length);
    for (const [, { knob, slot, value, owner }] of held) to.text(knob).u32(slot).f64(value).text(owner);
  }

  load(from: Decoder): () => void {
    const acting = new Map<string, Acting>();
    for (let left = from.u32(); left > 0; left--) {
      acting.set(from.text(), { startedId: from.u32(), content: from.text() });
    }
    const held = new Map<string, Held>();
    for (let left = from.u32(); left > 0; left--) {
      const one = { knob: from.text(), slot: from.u32(), value: from.f64(), owner: from.text() };
      held.set(keyOf(one), one);
    }
    return () => {
      this.#acting = acting;
      this.#held = held;
      this.#nextTick = 0;
    };
  }

  /** Says what began, changed and ended; answers the happening that each intervention's turns are due to. */
  #announce(tick: number, happen: Happen): ReadonlyMap<string, number> {
    const causeOf = new Map<string, number>();
    const now = new Map(
      this.#listed.filter((each) => tick >= each.fromTick && tick < each.untilTick).map((each) => [each.id, each]),
    );
    const before = [...this.#acting].sort(([a], [b]) => (a < b ? -1 : 1));
    for (const [id, { startedId }] of before) {
      if (now.has(id)) continue;
      causeOf.set(id, happen('intervention.ended', asElementId(id), [startedId]));
      this.#acting.delete(id);
    }
    for (const [id, { content }] of now) {
      const acting = this.#acting.get(id);
      if (acting === undefined) {
        const startedId = happen('intervention.started', asElementId(id), []);
        this.#acting.set(id, { startedId, content });
        causeOf.set(id, startedId);
      } else if (acting.content !== content) {
        causeOf.set(id, happen('intervention.changed', asElementId(id), [acting.startedId]));
        this.#acting.set(id, { startedId: acting.startedId, content });
      } else {
        causeOf.set(id, acting.startedId);
      }
    }
    return causeOf;
  }

  #changeAfter(tick: number): number {
    let next = Number.POSITIVE_INFINITY;
    for (const { fromTick, untilTick } of [...this.#listed, ...this.#claims]) {
      if (fromTick > tick && fromTick < next) next = fromTick;
      if (untilTick > tick && untilTick < next) next = untilTick;
    }
    return next;
  }
}

function keyOf({ knob, slot }: { readonly knob: string; readonly slot: number }): string {
  return `${knob} ${slot}`;
}
