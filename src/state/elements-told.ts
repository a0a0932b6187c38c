import type { ElementKind } from '../../sim';

/**
 * Which kinds of elements a happening may be about. Ids are unique within a kind only: a water main and a cable in one
 * street may share theirs, and a happening tells no more than the id.
 */
export function kindsTold(code: string): readonly ElementKind[] {
  return exact[code] ?? families[code.slice(0, code.indexOf('.'))] ?? NONE;
}

const NONE: readonly ElementKind[] = [];
const thermal: readonly ElementKind[] = ['heat-pipe', 'cooling-pipe'];

const exact: Readonly<Record<string, readonly ElementKind[]>> = {
  'energy.gas-main-shut': ['gas-main'],
  'energy.regulators-short': ['gas-node'],
  'energy.thermal-main-burst': thermal,
  'energy.thermal-main-shut': thermal,
  'energy.thermal-main-mended': thermal,
  'drainage.main-full': ['drain-node'],
  'drainage.road-flooded': ['edge'],
  'drainage.road-drained': ['edge'],
  'drainage.water-in-gallery': ['gallery-section'],
  'drainage.switchgear-flooded': ['bus'],
  'drainage.switchgear-dry': ['bus'],
};

const families: Readonly<Record<string, readonly ElementKind[]>> = {
  water: ['water-pipe', 'water-pump', 'water-node'],
  telecom: ['telecom-node', 'gallery-section', 'edge'],
  tunnel: ['gallery-section', 'edge'],
  works: ['edge'],
  traffic: ['edge', 'signal', 'junction'],
};
