/** The galleries' part of the picture; the rows' meaning is the contract between this file and the view. */
import type { FrameSection, SectionSpec } from '../../ports';
import type { CompiledScene } from '../../scene/compiled';
import { ACCIDENT, STOPPED } from './air';
import { CREW_DRIVES, createCrews } from './crew/crews';
import { fireReading } from './fires';
import {
  EQUIPMENT_STRIDE,
  equipmentCount,
  LAYER_STRIDE,
  MOST_LAYERS,
  writeEquipment,
  writeLayers,
} from './frame-inside';
import { leastOxygen, truePeak } from './gas-in-air';
import { robotIntervalS } from './patrol';
import { eachRobot } from './robots';
import type { TunnelRun, TunnelState } from './state';
import { isHeard } from './watch-supply';

/**
 * By slot of the section: state of the gas linkage; gas under the roof where there is most, as a share of the lower
 * explosive limit; water above the floor's lowest place in m; states of the flood and fire linkages; air in °C (of a fire
 * the hottest under the roof); sight through smoke in m (100 where it is clear); flags; oxygen where there is least, as a
 * share of the air's volume.
 */
export const SECTION_STRIDE = 9;
export const sectionFlags = {
  dark: 1,
  drowned: 2,
  roadShut: 4,
  accidentFans: 8,
  keptShut: 16,
  unheard: 32,
  mainShut: 64,
} as const;

/** By crew: its state, the section that it is sent to (−1 none), and the share of its way that lies behind it. */
export const CREW_STRIDE = 3;
/** By robot: the section that it is in, and how far along it in m. */
export const ROBOT_STRIDE = 2;
export const MOST_ROBOTS = 512;

export function tunnelSections({ elements, scene }: CompiledScene): readonly SectionSpec[] {
  const sections = elements['gallery-section'].count;
  const depots = scene.services?.depots.filter(({ kind }) => kind === 'maintenance') ?? [];
  const crews = createCrews(depots.reduce((sum, { vehicles }) => sum + vehicles, 0)).count;
  return [
    { name: 'tunnel.sections', type: 'f32', stride: SECTION_STRIDE, capacity: sections },
    { name: 'tunnel.crews', type: 'f32', stride: CREW_STRIDE, capacity: sections > 0 ? crews : 0 },
    { name: 'tunnel.robots', type: 'f32', stride: ROBOT_STRIDE, capacity: sections > 0 ? MOST_ROBOTS : 0 },
    { name: 'tunnel.equipment', type: 'f32', stride: EQUIPMENT_STRIDE, capacity: equipmentCount({ scene }) },
    { name: 'tunnel.layers', type: 'f32', stride: LAYER_STRIDE, capacity: sections > 0 ? MOST_LAYERS : 0 },
  ];
}

export function writeTunnelFrame(state: TunnelState, sections: readonly FrameSection[]): void {
  const { run } = state;
  if (run === null) return;
  for (const section of sections) {
    const { f32 } = section;
    if (section.spec.name === 'tunnel.sections') section.count = writeSections(run, f32);
    else if (section.spec.name === 'tunnel.crews') section.count = writeCrews(state, run, f32);
    else if (section.spec.name === 'tunnel.equipment') section.count = writeEquipment(run, f32);
    else if (section.spec.name === 'tunnel.layers') section.count = writeLayers(run, f32);
    else if (section.spec.name === 'tunnel.robots') {
      let count = 0;
      eachRobot(run.plan.galleries, robotIntervalS(state), state.totals.elapsedS, (s, atM) => {
        if (count === MOST_ROBOTS) return;
        f32[ROBOT_STRIDE * count] = s;
        f32[ROBOT_STRIDE * count + 1] = atM;
        count++;
      });
      section.count = count;
    }
  }
}

const CLEAR_M = 100;

function writeSections(run: TunnelRun, out: Float32Array): number {
  const { gasLinkage, floodLinkage, fireLinkage, flood, air, sections } = run;
  const { count } = run.plan.galleries.sections;
  for (let s = 0; s < count; s++) {
    const at = SECTION_STRIDE * s;
    const fire = fireReading(run, s);
    out[at] = gasLinkage.state[s];
    out[at + 1] = truePeak(run, s);
    out[at + 2] = flood.levelM[s];
    out[at + 3] = floodLinkage.state[s];
    out[at + 4] = fireLinkage.state[s];
    out[at + 5] = fire?.airC ?? air.airC[s];
    out[at + 6] = Math.min(CLEAR_M, fire?.sightM ?? CLEAR_M);
    out[at + 7] =
      (sections.supply[s] > 0 ? 0 : sectionFlags.dark) |
      (floodLinkage.drowned[s] === 1 ? sectionFlags.drowned : 0) |
      (sections.roadShut[s] !== 0 ? sectionFlags.roadShut : 0) |
      (air.mode[s] === ACCIDENT ? sectionFlags.accidentFans : 0) |
      (air.mode[s] === STOPPED ? sectionFlags.keptShut : 0) |
      (isHeard(run, s) && run.sections.pathLostS[s] === 0 ? 0 : sectionFlags.unheard) |
      (isMainShut(run, s) ? sectionFlags.mainShut : 0);
    out[at + 8] = leastOxygen(run, s);
  }
  return count;
}

function isMainShut({ plan, stretches }: TunnelRun, s: number): boolean {
  const { start, at } = plan.stretchesOfSection;
  for (let k = start[s]; k < start[s + 1]; k++) if (stretches.isShut[at[k]] === 1) return true;
  return false;
}

function writeCrews({ totals }: TunnelState, { crews }: TunnelRun, out: Float32Array): number {
  for (let crew = 0; crew < crews.count; crew++) {
    const left = Math.max(0, crews.untilS[crew] - totals.elapsedS);
    const isOnWay = crews.state[crew] === CREW_DRIVES && crews.wayS[crew] > 0;
    out[CREW_STRIDE * crew] = crews.state[crew];
    out[CREW_STRIDE * crew + 1] = crews.section[crew];
    out[CREW_STRIDE * crew + 2] = isOnWay ? 1 - left / crews.wayS[crew] : 1;
  }
  return crews.count;
}
