/** What galleries are, worked out once from the scene: everything that a step asks and that does not change. */
import type { CompiledScene } from '../../scene/compiled';
import type { Basin } from './flood/pool';
import type { FloodPlan } from './flood/step-flood';
import { choosePumps } from './flood/sump-pumps';
import { compileGalleries, contentKinds, equipmentKinds, type Galleries } from './galleries';
import { findGasStretches, type GasStretches } from './places/gas-stretches';
import { findRoadsAbove, type RoadsAbove } from './places/roads-above';
import { layTrays, type Trays } from './places/trays';
import { type CableRows, layCables } from './rest/cable-rows';
import { type LumpedSection, lumpedSection } from './rest/lumped-heat';

export interface TunnelPlan {
  readonly galleries: Galleries;
  readonly flood: FloodPlan;
  readonly roads: RoadsAbove;
  readonly stretches: GasStretches;
  /** Which stretches have mains in a section, and which sections a stretch's mains run through. */
  readonly stretchesOfSection: Lists;
  readonly sectionsOfStretch: Lists;
  readonly lumped: readonly LumpedSection[];
  readonly cables: CableRows;
  readonly trays: Trays;
  readonly fanCount: Uint8Array;
  /** What a sump pump of each section draws. */
  readonly pumpKw: Float64Array;
  /** 1 where there is automatic suppression. */
  readonly canSuppress: Uint8Array;
  /** 1 where fibres run through. */
  readonly hasFibre: Uint8Array;
  /** Water mains in each section: waterPipe[k], k from waterStart[s] to waterStart[s + 1] − 1. */
  readonly waterStart: Int32Array;
  readonly waterPipe: Int32Array;
  /** Of repair depots. */
  readonly vehicles: number;
  /** The ground's own temperature: the mean of the year. */
  readonly groundC: number;
}

/** at[k] of each, k from start[i] to start[i + 1] − 1. */
export interface Lists {
  readonly start: Int32Array;
  readonly at: Int32Array;
}

const DEFAULT_GROUND_C = 13;

export function planTunnel(scene: CompiledScene): TunnelPlan | null {
  const galleries = compileGalleries(scene);
  if (galleries === null) return null;
  const { sections, equipment, contents } = galleries;
  const count = sections.count;
  const pumpKw = new Float64Array(count);
  const canSuppress = new Uint8Array(count);
  for (let e = 0; e < equipment.count; e++) {
    const s = equipment.section[e];
    const kind = equipmentKinds[equipment.kind[e]];
    if (kind === 'suppression') canSuppress[s] = 1;
    if (kind === 'sump-pump') pumpKw[s] = equipment.ratedKw[e];
  }
  const hasFibre = new Uint8Array(count);
  for (let k = 0; k < contents.count; k++) {
    if (contentKinds[contents.kind[k]] === 'fibre') hasFibre[contents.section[k]] = 1;
  }
  const fanCount = new Uint8Array(count);
  for (const s of galleries.fans.section) fanCount[s]++;
  const waterKind = contentKinds.indexOf('water-pipe');
  const waterStart = new Int32Array(count + 1);
  const waterPipe: number[] = [];
  for (let s = 0; s < count; s++) {
    for (let k = contents.sectionStart[s]; k < contents.sectionStart[s + 1]; k++) {
      if (contents.kind[k] === waterKind && contents.slot[k] >= 0) waterPipe.push(contents.slot[k]);
    }
    waterStart[s + 1] = waterPipe.length;
  }
  const months = scene.scene.weather?.months ?? [];
  const groundC =
    months.length > 0 ? months.reduce((sum, { meanC }) => sum + meanC, 0) / months.length : DEFAULT_GROUND_C;
  const stretches = findGasStretches(scene, galleries);
  const depthM = (s: number) => middleDepthM(scene, galleries, s);
  const depots = scene.scene.services?.depots.filter(({ kind }) => kind === 'maintenance') ?? [];
  return {
    galleries,
    flood: { count, ...choosePumps(galleries), next: sections.after, ...floors(galleries) },
    roads: findRoadsAbove(scene),
    stretches,
    ...crossings(galleries, stretches),
    cables: layCables(scene, galleries, depthM, groundC),
    trays: layTrays(scene, galleries),
    lumped: Array.from({ length: count }, (_, s) =>
      lumpedSection(sections.lengthM[s], sections.perimeterM[s], depthM(s)),
    ),
    fanCount,
    pumpKw,
    canSuppress,
    hasFibre,
    waterStart,
    waterPipe: Int32Array.from(waterPipe),
    vehicles: depots.reduce((sum, { vehicles }) => sum + vehicles, 0),
    groundC,
  };
}

function crossings(
  { sections, contents }: Galleries,
  { count, ofMain }: GasStretches,
): Pick<TunnelPlan, 'stretchesOfSection' | 'sectionsOfStretch'> {
  const bySection: number[][] = Array.from({ length: sections.count }, () => []);
  const byStretch: number[][] = Array.from({ length: count }, () => []);
  const gasKind = contentKinds.indexOf('gas-main');
  for (let k = 0; k < contents.count; k++) {
    if (contents.kind[k] !== gasKind) continue;
    const s = contents.section[k];
    const stretch = ofMain[contents.slot[k]];
    if (bySection[s].includes(stretch)) continue;
    bySection[s].push(stretch);
    byStretch[stretch].push(s);
  }
  return { stretchesOfSection: listed(bySection), sectionsOfStretch: listed(byStretch) };
}

function listed(lists: readonly (readonly number[])[]): Lists {
  const start = new Int32Array(lists.length + 1);
  for (let i = 0; i < lists.length; i++) start[i + 1] = start[i] + lists[i].length;
  return { start, at: Int32Array.from(lists.flat()) };
}

function floors({ sections }: Galleries): Pick<FloodPlan, 'basins' | 'lowZM' | 'fromZM' | 'toZM'> {
  const { count, lengthM, widthM, heightM, floorStartM, floorEndM, floorLowestM, sumpM3 } = sections;
  const basins: Basin[] = Array.from({ length: count }, (_, s) => ({
    lengthM: lengthM[s],
    widthM: widthM[s],
    heightM: heightM[s],
    // Of a floor that falls from both ends to a low place in between, the higher end counts: one wedge stands for two.
    fallM: Math.max(floorStartM[s], floorEndM[s]) - floorLowestM[s],
    sumpM3: sumpM3[s],
  }));
  return { basins, lowZM: floorLowestM, fromZM: floorStartM, toZM: floorEndM };
}

function middleDepthM({ scene }: CompiledScene, { sections, compartments }: Galleries, section: number): number {
  const { gallery } = compartments.source[sections.compartment[section]];
  const depths = scene.galleries?.galleries[gallery].floorDepthM ?? [];
  const floorM = depths.reduce((sum, depth) => sum + depth, 0) / Math.max(1, depths.length);
  return Math.max(1, floorM - sections.heightM[section] / 2);
}
