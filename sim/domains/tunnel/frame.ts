/** The galleries' part of the picture; the rows' meaning is the contract between this file and the view. */
import type { SectionSpec } from '../../ports';
import type { CompiledScene } from '../../scene/compiled';

/**
 * By slot of the section: state of the gas linkage; gas under the roof where there is most, as a share of the lower
 * explosive limit; water above the floor's lowest place in m; states of the flood and fire linkages; air in °C (of a fire
 * the hottest under the roof); sight through smoke in m (100 where it is clear); flags.
 */
export const SECTION_STRIDE = 8;
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

export function tunnelSections({ elements }: CompiledScene, crews: number): readonly SectionSpec[] {
  const sections = elements['gallery-section'].count;
  return [
    { name: 'tunnel.sections', type: 'f32', stride: SECTION_STRIDE, capacity: sections },
    { name: 'tunnel.crews', type: 'f32', stride: CREW_STRIDE, capacity: sections > 0 ? crews : 0 },
    { name: 'tunnel.robots', type: 'f32', stride: ROBOT_STRIDE, capacity: sections > 0 ? MOST_ROBOTS : 0 },
  ];
}
