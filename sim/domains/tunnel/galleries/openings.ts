/** What divides sections and what opens them: doors, shafts, and the fans and dampers in these. */
import type { CompiledScene } from '../../../scene/compiled';
import { type Compartments, type Sections, sectionAt, WALL_M } from './sections';

export const shaftKinds = ['inlet', 'exhaust', 'escape', 'hoist', 'access'] as const;
export const INLET = 0;
export const EXHAUST = 1;

export interface Doors {
  readonly count: number;
  readonly ids: readonly string[];
  /** The sections that it divides, −1 outdoors (at a gallery's end). */
  readonly before: Int32Array;
  readonly after: Int32Array;
  readonly compartment: Int32Array;
}

export interface Shafts {
  readonly count: number;
  readonly ids: readonly string[];
  readonly kind: Uint8Array;
  readonly section: Int32Array;
  /** From the section's start. */
  readonly atM: Float64Array;
  readonly areaM2: Float64Array;
  /** From the middle of the compartment's height to its grille above the ground. */
  readonly riseM: Float64Array;
  /** 1 where a damper can shut it. */
  readonly hasDamper: Uint8Array;
}

export interface Fans {
  readonly count: number;
  readonly ids: readonly string[];
  readonly section: Int32Array;
  /** The inlet or exhaust that it blows through. */
  readonly shaft: Int32Array;
  readonly ratedM3PerS: Float64Array;
  readonly ratedKw: Float64Array;
  /** Slot of its bus, −1 where nobody says what feeds it. */
  readonly bus: Int32Array;
}

/** Grilles stand clear of the ground and of what floods it. Ours. */
const GRILLE_M = 0.5;

export function compileOpenings(
  { scene, elements }: CompiledScene,
  sections: Sections,
  compartments: Compartments,
): { doors: Doors; shafts: Shafts; fans: Fans } {
  const shafts: {
    id: string;
    kind: number;
    section: number;
    atM: number;
    areaM2: number;
    riseM: number;
    damper: number;
  }[] = [];
  const doors: { id: string; before: number; after: number; compartment: number }[] = [];
  const fans: { id: string; section: number; shaft: number; m3PerS: number; kw: number; bus: number }[] = [];
  compartments.source.forEach(({ gallery, compartment }, c) => {
    const { shafts: holes, equipment, heightM } = scene.galleries!.galleries[gallery].compartments[compartment];
    const line = compartments.lines[c];
    const first = shafts.length;
    for (const { id, kind, atM, areaM2 } of [...holes].sort((a, b) => a.atM - b.atM)) {
      const section = sectionAt(sections, compartments, c, atM);
      if (section < 0)
        throw new Error(`met the shaft '${id}' at ${atM} m, expected it in a section of its compartment`);
      const riseM = line.groundAt(atM) + GRILLE_M - (line.floorAt(atM) + heightM / 2);
      const within = Math.min(Math.max(atM - sections.fromM[section], 0), sections.lengthM[section]);
      shafts.push({ id, kind: shaftKinds.indexOf(kind), section, atM: within, areaM2, riseM, damper: 0 });
    }
    /** The way in or out of a section that is nearest to a place, −1 where it has none. */
    const nearest = (section: number, atM: number) => {
      let best = -1;
      const offM = (shaft: number) => Math.abs(shafts[shaft].atM + sections.fromM[section] - atM);
      for (let k = first; k < shafts.length; k++) {
        if (shafts[k].section !== section || shafts[k].kind > EXHAUST) continue;
        if (best < 0 || offM(k) < offM(best)) best = k;
      }
      return best;
    };
    for (const { id, kind, atM, ratedKw, flowM3PerH, electricity } of equipment) {
      if (kind === 'door') {
        const [before, after] = besides(sections, compartments, c, atM);
        if (before >= 0 || after >= 0) doors.push({ id, before, after, compartment: c });
        continue;
      }
      if (kind !== 'fan' && kind !== 'damper') continue;
      const section = sectionAt(sections, compartments, c, atM);
      const shaft = section < 0 ? -1 : nearest(section, atM);
      if (shaft < 0) continue;
      if (kind === 'damper') shafts[shaft].damper = 1;
      else {
        const bus = electricity === undefined ? -1 : (elements.bus.slotOf(electricity) ?? -1);
        fans.push({ id, section, shaft, m3PerS: (flowM3PerH ?? 0) / 3_600, kw: ratedKw ?? 0, bus });
      }
    }
  });
  return {
    doors: {
      count: doors.length,
      ids: doors.map(({ id }) => id),
      before: Int32Array.from(doors, ({ before }) => before),
      after: Int32Array.from(doors, ({ after }) => after),
      compartment: Int32Array.from(doors, ({ compartment }) => compartment),
    },
    shafts: {
      count: shafts.length,
      ids: shafts.map(({ id }) => id),
      kind: Uint8Array.from(shafts, ({ kind }) => kind),
      section: Int32Array.from(shafts, ({ section }) => section),
      atM: Float64Array.from(shafts, ({ atM }) => atM),
      areaM2: Float64Array.from(shafts, ({ areaM2 }) => areaM2),
      riseM: Float64Array.from(shafts, ({ riseM }) => riseM),
      hasDamper: Uint8Array.from(shafts, ({ damper }) => damper),
    },
    fans: {
      count: fans.length,
      ids: fans.map(({ id }) => id),
      section: Int32Array.from(fans, ({ section }) => section),
      shaft: Int32Array.from(fans, ({ shaft }) => shaft),
      ratedM3PerS: Float64Array.from(fans, ({ m3PerS }) => m3PerS),
      ratedKw: Float64Array.from(fans, ({ kw }) => kw),
      bus: Int32Array.from(fans, ({ bus }) => bus),
    },
  };
}

/** The sections on either side of a door, −1 on a side where there is none; a door in the middle of a section divides nothing. */
function besides(sections: Sections, { start, order }: Compartments, c: number, atM: number): [number, number] {
  let before = -1;
  let after = -1;
  for (let k = start[c]; k < start[c + 1]; k++) {
    const s = order[k];
    if (Math.abs(sections.fromM[s] - atM) <= WALL_M) after = s;
    if (Math.abs(sections.fromM[s] + sections.lengthM[s] - atM) <= WALL_M) before = s;
  }
  return [before, after];
}
