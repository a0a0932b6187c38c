/**
 * What a row of `tunnel.sections` says (sim/domains/tunnel/frame.ts; numbers of states from its linkage folder): the
 * contract between that domain and the page.
 */
export const SECTION_STRIDE = 9;

export const gasStates = ['normal', 'pre-alarm', 'alarm', 'cut-off', 'purged'] as const;
export const floodStates = ['dry', 'high', 'shut', 'dead'] as const;
export const fireStates = ['none', 'alarm', 'suppressed', 'out', 'exhaust', 'cleared'] as const;
export type GasState = (typeof gasStates)[number];
export type FloodState = (typeof floodStates)[number];
export type FireState = (typeof fireStates)[number];

/** Bits of the eighth number, in their order from the lowest. */
export const sectionFlags = ['dark', 'drowned', 'roadShut', 'accidentFans', 'keptShut', 'unheard', 'mainShut'] as const;
export type SectionFlag = (typeof sectionFlags)[number];

export interface SectionNow {
  readonly gas: GasState;
  readonly flood: FloodState;
  readonly fire: FireState;
  /** Share of the lower explosive limit under the roof, where there is most. */
  readonly gasShare: number;
  readonly waterM: number;
  readonly airC: number;
  readonly sightM: number;
  /** Share of the air's volume, where there is least. */
  readonly oxygenShare: number;
  readonly flags: ReadonlySet<SectionFlag>;
}

/** A section's row of the newest frame; undefined before the first one. */
export function sectionNow(rows: Float32Array, slot: number): SectionNow | undefined {
  const at = slot * SECTION_STRIDE;
  if (at + SECTION_STRIDE > rows.length) return undefined;
  const bits = rows[at + 7];
  return {
    gas: gasStates[rows[at]] ?? 'normal',
    gasShare: rows[at + 1],
    waterM: rows[at + 2],
    flood: floodStates[rows[at + 3]] ?? 'dry',
    fire: fireStates[rows[at + 4]] ?? 'none',
    airC: rows[at + 5],
    sightM: rows[at + 6],
    oxygenShare: rows[at + 8],
    flags: new Set(sectionFlags.filter((_, i) => (bits & (1 << i)) !== 0)),
  };
}

/** Of several troubles the one that a sign stands for, and how much it matters. */
export const troubles = ['fire', 'gas', 'flood', 'dark', 'shut', 'fans', 'unheard'] as const;
export type Trouble = (typeof troubles)[number];

/** Every way in which a section is not at rest, the gravest first; nothing where it is. */
export function troublesOf({ gas, flood, fire, flags }: SectionNow): readonly Trouble[] {
  const found: Trouble[] = [];
  if (fire !== 'none') found.push('fire');
  if (gas !== 'normal') found.push('gas');
  if (flood !== 'dry' || flags.has('drowned')) found.push('flood');
  if (flags.has('dark')) found.push('dark');
  if (flags.has('keptShut') || flags.has('mainShut') || flags.has('roadShut')) found.push('shut');
  if (flags.has('accidentFans')) found.push('fans');
  if (flags.has('unheard')) found.push('unheard');
  return found;
}

/** Somebody has to act, now: these pulse. */
export function isAlarm({ gas, flood, fire, flags }: SectionNow): boolean {
  return gas === 'alarm' || gas === 'cut-off' || flood !== 'dry' || flags.has('drowned') || isFire(fire);
}

/** Its sign alone: without the words, for the many rows that a frame has. */
export function isAtRest(rows: Float32Array, slot: number): boolean {
  const at = slot * SECTION_STRIDE;
  return rows[at] === 0 && rows[at + 3] === 0 && rows[at + 4] === 0 && rows[at + 7] === 0;
}

function isFire(fire: FireState): boolean {
  return fire === 'alarm' || fire === 'suppressed';
}

/** Rows of `tunnel.crews`: state, section (−1 none), share of the way behind it. */
export const CREW_STRIDE = 3;
export const crewStates = ['idle', 'drives', 'waits', 'walks', 'works', 'returns'] as const;
export type CrewState = (typeof crewStates)[number];

export interface CrewNow {
  readonly number: number;
  readonly state: CrewState;
  readonly section: number;
  readonly wayDone: number;
}

/** Crews that are not idle. */
export function crewsNow(rows: Float32Array): readonly CrewNow[] {
  const found: CrewNow[] = [];
  for (let i = 0; CREW_STRIDE * (i + 1) <= rows.length; i++) {
    const state = crewStates[rows[CREW_STRIDE * i]] ?? 'idle';
    const section = rows[CREW_STRIDE * i + 1];
    if (state === 'idle' || section < 0) continue;
    found.push({ number: i + 1, state, section, wayDone: rows[CREW_STRIDE * i + 2] });
  }
  return found;
}

/** Rows of `tunnel.robots`: section, metres along it. */
export const ROBOT_STRIDE = 2;
