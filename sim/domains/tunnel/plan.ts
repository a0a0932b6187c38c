/** What galleries are, worked out once from the scene: everything that a step asks and that does not change. */
import type { CompiledScene } from '../../scene/compiled';
import type { Basin } from './flood/pool';
import type { FloodPlan } from './flood/step-flood';
import { compileGalleries, contentKinds, equipmentKinds, type Galleries } from './galleries';
import { findGasStretches, type GasStretches } from './places/gas-stretches';
import { findRoadsAbove, type RoadsAbove } from './places/roads-above';
import { type LumpedSection, lumpedSection } from './rest/lumped-heat';

export interface TunnelPlan {
  readonly galleries: Galleries;
  readonly flood: FloodPlan;
  readonly roads: RoadsAbove;
  readonly stretches: GasStretches;
  readonly lumped: readonly LumpedSection[];
  /** What a sump pump of each section draws. */
  readonly pumpKw: Float64Array;
  /** 1 where there is automatic suppression. */
  readonly canSuppress: Uint8Array;
  /** Water mains in each section: waterPipe[k], k from waterStart[s] to waterStart[s + 1] − 1. */
  readonly waterStart: Int32Array;
  readonly waterPipe: Int32Array;
  /** Of repair depots. */
  readonly vehicles: number;
  /** The ground's own temperature: the mean of the year. */
  readonly groundC: number;
}

const DEFAULT_GROUND_C = 13;

export function planTunnel(scene: CompiledScene): TunnelPlan | null {
  const galleries = compileGalleries(scene);
  if (galleries === null) return null;
  const { sections, equipment, contents } = galleries;
  const count = sections.count;
  const pumps = new Uint8Array(count);
  const pumpM3PerS = new Float64Array(count);
  const pumpKw = new Float64Array(count);
  const canSuppress = new Uint8Array(count);
  for (let e = 0; e < equipment.count; e++) {
    const s = equipment.section[e];
    const kind = equipmentKinds[equipment.kind[e]];
    if (kind === 'suppression') canSuppress[s] = 1;
    if (kind !== 'sump-pump') continue;
    pumps[s]++;
    pumpM3PerS[s] = equipment.flowM3PerS[e];
    pumpKw[s] = equipment.ratedKw[e];
  }
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
  const depots = scene.scene.services?.depots.filter(({ kind }) => kind === 'maintenance') ?? [];
  return {
    galleries,
    flood: { count, pumps, pumpM3PerS, next: sections.after, ...floors(galleries) },
    roads: findRoadsAbove(scene),
    stretches: findGasStretches(scene, galleries),
    lumped: Array.from({ length: count }, (_, s) =>
      lumpedSection(sections.lengthM[s], sections.perimeterM[s], middleDepthM(scene, galleries, s)),
    ),
    pumpKw,
    canSuppress,
    waterStart,
    waterPipe: Int32Array.from(waterPipe),
    vehicles: depots.reduce((sum, { vehicles }) => sum + vehicles, 0),
    groundC: months.length > 0 ? months.reduce((sum, { meanC }) => sum + meanC, 0) / months.length : DEFAULT_GROUND_C,
  };
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
