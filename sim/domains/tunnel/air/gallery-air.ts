/**
 * The air of all galleries. The shell says what changes through the functions below; `advanceAir` ramps fans and solves
 * only those compartments in which something did. Everything under *state* is saved.
 */
import { compartmentKinds, type Galleries } from '../galleries';
import { buildCompartmentAir, type CompartmentAir, type Stretches } from './compartment-air';
import { changesPerH } from './figures';

/** What the fans of a section are asked for. */
export const STOPPED = 0;
export const NORMAL = 1;
export const ACCIDENT = 2;

export interface GalleryAir {
  readonly galleries: Galleries;
  readonly compartments: readonly CompartmentAir[];
  readonly stretches: Stretches;
  /** Speed of a fan that gives the normal and the accident air changes, of its full speed. */
  readonly normalSpeed: Float64Array;
  readonly accidentSpeed: Float64Array;

  // State: what the shell asks.
  readonly mode: Uint8Array;
  /** Of the normal air, what a section is set to while nothing is wrong. */
  readonly normalShare: Float64Array;
  /** Share of its power that a section's switchboard has. */
  readonly supply: Float64Array;
  readonly fanWorks: Uint8Array;
  /** 0 shut to 1 open: doors, dampers of inlets and exhausts, covers of the other shafts. */
  readonly doorOpen: Float64Array;
  readonly shaftOpen: Float64Array;
  readonly airC: Float64Array;
  readonly outdoor: Float64Array;
  readonly leakM3PerS: Float64Array;
  readonly leakAtM: Float64Array;
  // State: what came of it.
  readonly fanSpeed: Float64Array;
  readonly isStale: Uint8Array;
  readonly solvedC: Float64Array;
  readonly solvedOutdoorC: Float64Array;
  /** The leak whose volume is in the flows, and 1 where a stretch's air moved towards its start when they were solved. */
  readonly solvedLeakM3PerS: Float64Array;
  readonly isAgainst: Uint8Array;

  // Answer, m³/s at the reference density: along a stretch at its start (a leak adds to it further on), into the
  // gallery through a shaft, from before to after through a door.
  readonly stretchM3PerS: Float64Array;
  readonly shaftM3PerS: Float64Array;
  readonly doorM3PerS: Float64Array;
  /** What comes into a section from outdoors and from its neighbours, per hour and volume. */
  readonly changesPerH: Float64Array;
  readonly fanKw: Float64Array;
  /** Solves so far, and compartments that could not be solved in the last step. */
  solves: number;
  failed: number;
}

export function createGalleryAir(galleries: Galleries, airC: number, outdoorC: number): GalleryAir {
  const { sections, compartments, shafts, doors, fans } = galleries;
  const rows = {
    section: [],
    fromM: [],
    toM: [],
    sectionStart: new Int32Array(sections.count),
    sectionEnd: new Int32Array(sections.count),
  };
  const parts = Array.from({ length: compartments.count }, (_, c) => buildCompartmentAir(galleries, c, rows));
  const stretches: Stretches = {
    count: rows.section.length,
    section: Int32Array.from(rows.section),
    fromM: Float64Array.from(rows.fromM),
    toM: Float64Array.from(rows.toM),
    sectionStart: rows.sectionStart,
    sectionEnd: rows.sectionEnd,
  };
  const normalSpeed = new Float64Array(fans.count);
  const accidentSpeed = new Float64Array(fans.count);
  const perSection = () => new Float64Array(sections.count);
  for (const part of parts) {
    part.fans.forEach((f) => {
      const s = fans.section[f];
      const { normal, accident } = changesPerH[compartmentKinds[sections.kind[s]]];
      // Fans side by side share the flow.
      let beside = 0;
      part.fans.forEach((other, m) => {
        if (fans.section[other] === s && shafts.kind[fans.shaft[other]] === shafts.kind[fans.shaft[f]]) {
          beside += part.dutyM3PerS[m];
        }
      });
      normalSpeed[f] = Math.min(1, (sections.volumeM3[s] * normal) / 3_600 / beside);
      accidentSpeed[f] = Math.min(1, (sections.volumeM3[s] * accident) / 3_600 / beside);
    });
  }
  return {
    galleries,
    compartments: parts,
    stretches,
    normalSpeed,
    accidentSpeed,
    mode: new Uint8Array(sections.count).fill(NORMAL),
    normalShare: perSection().fill(1),
    supply: perSection().fill(1),
    fanWorks: new Uint8Array(fans.count).fill(1),
    doorOpen: new Float64Array(doors.count),
    shaftOpen: Float64Array.from(shafts.kind, (kind) => (kind <= 1 ? 1 : 0)),
    airC: perSection().fill(airC),
    outdoor: new Float64Array([outdoorC]),
    leakM3PerS: perSection(),
    leakAtM: perSection(),
    fanSpeed: normalSpeed.slice(),
    isStale: new Uint8Array(compartments.count).fill(1),
    solvedC: perSection().fill(airC),
    solvedOutdoorC: new Float64Array(compartments.count).fill(outdoorC),
    solvedLeakM3PerS: perSection(),
    isAgainst: new Uint8Array(stretches.count),
    stretchM3PerS: new Float64Array(stretches.count),
    shaftM3PerS: new Float64Array(shafts.count),
    doorM3PerS: new Float64Array(doors.count),
    changesPerH: perSection(),
    fanKw: perSection(),
    solves: 0,
    failed: 0,
  };
}

/** Of a leak, whose volume air makes way for; a share of it and a trickle. */
const LEAK_MOVED_SHARE = 0.02;
const LEAK_MOVED_M3_PER_S = 1e-4;
/** A stack of 6 m moves by a quarter of a pascal. */
const MOVED_K = 1;

export function askFans(air: GalleryAir, section: number, mode: number): void {
  if (air.mode[section] === mode) return;
  air.mode[section] = mode;
  touch(air, section);
}

export function setNormalShare(air: GalleryAir, section: number, share: number): void {
  if (air.normalShare[section] === share) return;
  air.normalShare[section] = share;
  touch(air, section);
}

export function supplyFans(air: GalleryAir, section: number, share: number): void {
  if (air.supply[section] === share) return;
  air.supply[section] = share;
  touch(air, section);
}

export function breakFan(air: GalleryAir, fan: number, works: boolean): void {
  if (air.fanWorks[fan] === (works ? 1 : 0)) return;
  air.fanWorks[fan] = works ? 1 : 0;
  touch(air, air.galleries.fans.section[fan]);
}

export function setDoor(air: GalleryAir, door: number, open: number): void {
  if (air.doorOpen[door] === open) return;
  air.doorOpen[door] = open;
  air.isStale[air.galleries.doors.compartment[door]] = 1;
}

/** The damper of an inlet or exhaust, the cover of another shaft. */
export function setShaft(air: GalleryAir, shaft: number, open: number): void {
  if (air.shaftOpen[shaft] === open) return;
  air.shaftOpen[shaft] = open;
  touch(air, air.galleries.shafts.section[shaft]);
}

export function setAirC(air: GalleryAir, section: number, celsius: number): void {
  air.airC[section] = celsius;
  if (Math.abs(celsius - air.solvedC[section]) > MOVED_K) touch(air, section);
}

export function setOutdoorC(air: GalleryAir, celsius: number): void {
  air.outdoor[0] = celsius;
  for (let c = 0; c < air.compartments.length; c++) {
    if (Math.abs(celsius - air.solvedOutdoorC[c]) > MOVED_K) air.isStale[c] = 1;
  }
}

export function setLeak(air: GalleryAir, section: number, atM: number, m3PerS: number): void {
  const moved = Math.abs(m3PerS - air.solvedLeakM3PerS[section]);
  const isFelt = moved > LEAK_MOVED_SHARE * m3PerS + LEAK_MOVED_M3_PER_S || (m3PerS === 0 && moved > 0);
  if (isFelt || atM !== air.leakAtM[section]) touch(air, section);
  air.leakM3PerS[section] = m3PerS;
  air.leakAtM[section] = atM;
}

function touch(air: GalleryAir, section: number): void {
  air.isStale[air.galleries.sections.compartment[section]] = 1;
}
