/**
 * What decides how a burst main of a loop goes: where it lies, how high the water stands above it, what valves part it from
 * the rest, and what can run out of it. A valve of the scene stands for the pair at its pipe's ends, as with gas; a burst
 * pipe without one is parted by the valves that bound its section, and a station at a section's end shuts its own gate.
 */
import { slotIn } from '../../../scene/compile/element-tables';
import { type LinePlace, middleOf, placeOfLine } from '../../../scene/compile/line-places';
import type { CompiledScene } from '../../../scene/compiled';
import type { ThermalFile } from '../../../scene/schema/pipes';

type Loop = ThermalFile['loops'][number];

export const NO_VALVE = 0;
export const BY_HAND = 1;
export const REMOTE = 2;

/** What has to be shut for a burst pipe, those that are moved from afar first; and all pipes that are dry then. */
export interface MainSection {
  readonly shut: readonly number[];
  readonly atOnce: number;
  readonly dry: readonly number[];
  readonly volumeM3: number;
  /** A station stands in it: its pumps stop with it. */
  readonly hasSource: boolean;
}

export interface MainPlan {
  readonly element: 'heat-pipe' | 'cooling-pipe';
  /** By pipe of the loop. */
  readonly slot: Int32Array;
  readonly valve: Uint8Array;
  readonly builtOpen: Uint8Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly volumeM3: Float64Array;
  /** Of water over each pipe's middle while the loop stands: up to its highest point, and what is kept above that. */
  readonly restHeadM: Float64Array;
  /** In supply pipes that lie higher. */
  readonly aboveM3: Float64Array;
  readonly isSource: Uint8Array;
  /** What the station's pump can make up. */
  readonly makeupM3PerS: number;
  /** Each looked for when it is first asked for; both follow from the scene alone. */
  readonly places: Map<number, LinePlace>;
  readonly sections: Map<number, MainSection>;
  readonly placeOf: (pipe: number) => LinePlace;
}

/** Kept above the highest point of a loop at rest, so that it boils nowhere and draws no air (CJJ 34-2010, 7.3: 30 to 50 kPa). */
const KEPT_ABOVE_M = 5;
/** Make-up pumps of closed networks are laid out for this share of what goes round, in an accident (CJJ 34-2010, 7.4). */
const MADE_UP_SHARE = 0.04;

export function planMains(
  scene: CompiledScene,
  carrier: 'heat' | 'cooling',
  loop: Loop,
  volumeM3: Float64Array,
  circulationM3PerS: number,
): MainPlan {
  const element = carrier === 'heat' ? 'heat-pipe' : 'cooling-pipe';
  const node = new Map(loop.nodes.map((each, n) => [each.id, n]));
  const at = new Map(loop.nodes.map((each) => [each.id, each.at]));
  const heightM = loop.nodes.map(({ at: [x, y], heightM: height }) => height ?? scene.terrain.heightAt(x, y));
  const topM = Math.max(...heightM) + KEPT_ABOVE_M;
  const from = Int32Array.from(loop.pipes, (pipe) => node.get(pipe.from) as number);
  const to = Int32Array.from(loop.pipes, (pipe) => node.get(pipe.to) as number);
  const middleM = loop.pipes.map((_, b) => (heightM[from[b]] + heightM[to[b]]) / 2);
  const valve = new Uint8Array(loop.pipes.length);
  const builtOpen = new Uint8Array(loop.pipes.length).fill(1);
  const pipeOf = new Map(loop.pipes.map(({ id }, b) => [id, b]));
  for (const { pipe, open, remote } of loop.valves) {
    const b = pipeOf.get(pipe) as number;
    valve[b] = remote ? REMOTE : Math.max(valve[b], BY_HAND);
    if (!open) builtOpen[b] = 0;
  }
  const isSource = new Uint8Array(loop.nodes.length);
  for (const each of loop.sources) isSource[node.get(each.node) as number] = 1;
  const places = new Map<number, LinePlace>();
  return {
    element,
    slot: Int32Array.from(loop.pipes, ({ id }) => slotIn(scene.elements[element], id)),
    valve,
    builtOpen,
    from,
    to,
    volumeM3,
    restHeadM: Float64Array.from(middleM, (z) => topM - z),
    aboveM3: Float64Array.from(middleM, (z) =>
      middleM.reduce((sum, other, b) => sum + (other > z ? volumeM3[b] : 0), 0),
    ),
    isSource,
    makeupM3PerS: MADE_UP_SHARE * circulationM3PerS,
    places,
    sections: new Map(),
    placeOf(pipe) {
      let place = places.get(pipe);
      if (place === undefined) {
        const { from: a, to: b, path, compartment } = loop.pipes[pipe];
        const line = path ?? [at.get(a) as readonly [number, number], at.get(b) as readonly [number, number]];
        place = placeOfLine(scene, compartment, middleOf(line as readonly (readonly [number, number])[]));
        places.set(pipe, place);
      }
      return place;
    },
  };
}

export function sectionOf(plan: MainPlan, pipe: number): MainSection {
  let section = plan.sections.get(pipe);
  if (section === undefined) {
    section = plan.valve[pipe] === NO_VALVE ? sectionAbout(plan, pipe) : within(plan, [pipe], [pipe], false);
    plan.sections.set(pipe, section);
  }
  return section;
}

function sectionAbout(plan: MainPlan, pipe: number): MainSection {
  const { from, to, valve, builtOpen, isSource } = plan;
  const nodes = new Set([from[pipe], to[pipe]]);
  const dry = new Set([pipe]);
  const shut = new Set<number>();
  for (const n of nodes) {
    for (let b = 0; b < from.length; b++) {
      if (builtOpen[b] === 0 || (from[b] !== n && to[b] !== n)) continue;
      if (valve[b] !== NO_VALVE) shut.add(b);
      else {
        dry.add(b);
        nodes.add(from[b] === n ? to[b] : from[b]);
      }
    }
  }
  return within(
    plan,
    [...shut],
    [...dry],
    [...nodes].some((n) => isSource[n] === 1),
  );
}

function within(
  { valve, volumeM3 }: MainPlan,
  shut: readonly number[],
  dry: readonly number[],
  hasSource: boolean,
): MainSection {
  const order = (kind: number) => shut.filter((b) => valve[b] === kind).sort((a, b) => a - b);
  const remote = order(REMOTE);
  return {
    shut: [...remote, ...order(BY_HAND)],
    atOnce: remote.length,
    dry: [...dry].sort((a, b) => a - b),
    volumeM3: dry.reduce((sum, b) => sum + volumeM3[b], 0),
    hasSource,
  };
}
