import { type Problem, problem } from '../../kernel';
import type { CompiledScene } from '../../scene/compiled';
import type { Building } from '../../scene/schema/buildings';
import { choice } from '../field';
import { defineKind } from '../kind';

/** Monocrystalline modules of about 21 %: kW for each square metre of module at 1,000 W/m². */
const KW_PER_MODULE_M2 = 0.21;
/** Rows that face south keep apart for each other's shade; pairs that face east and west stand close. */
const MODULE_SHARE = { south: 0.6, 'east-west': 0.85 } as const;

/** Photovoltaics on the roofs of these buildings, or of all: as much as the fit part of a roof takes. */
export const rooftopSolar = defineKind({
  kind: 'rooftop-solar',
  targets: { kind: 'building', least: 0, most: 500 },
  settings: {
    share: { type: 'number', unit: '%', min: 5, max: 100, step: 5, default: 50 },
    layout: choice(['south', 'east-west'], 'south'),
  },
  claims({ targets, settings, fromSeconds, untilSeconds }, scene) {
    const wanted = new Set<string>(targets);
    const knob = settings.layout === 'south' ? 'building.solar-south' : 'building.solar-east-west';
    return (scene.scene.buildings?.buildings ?? [])
      .filter(({ id }) => wanted.size === 0 || wanted.has(id))
      .flatMap((building) => {
        const kw = (settings.share / 100) * roomKw(building, scene) * MODULE_SHARE[settings.layout];
        const slot = scene.elements.building.slotOf(building.id) as number;
        return kw > 0 ? [{ knob, slot, value: kw, fromSeconds, untilSeconds }] : [];
      });
  },
  check({ targets }, scene) {
    const wanted = new Set<string>(targets);
    const all = scene.scene.buildings?.buildings ?? [];
    if (all.some((each) => (wanted.size === 0 || wanted.has(each.id)) && roomKw(each, scene) > 0)) return [];
    const problems: Problem[] = [];
    problems.push(
      problem('intervention.no-roof', ['targets'], 'expected a roof with room for photovoltaics, found none'),
    );
    return problems;
  },
});

/** What modules without a gap would be rated at on the part of the roof that is fit for them and not yet covered. */
function roomKw(building: Building, { scene }: CompiledScene): number {
  if (building.serves?.electricity === undefined) return 0;
  const builtKw = (scene.electricity?.generators ?? [])
    .filter((each) => each.kind === 'photovoltaic' && each.id === `pv:${building.id}`)
    .reduce((sum, each) => sum + each.ratedKw, 0);
  const fitM2 = areaM2(building.outline) * (building.roofForSun ?? 0);
  return Math.max(0, fitM2 * KW_PER_MODULE_M2 - builtKw / MODULE_SHARE.south);
}

function areaM2(outline: Building['outline']): number {
  let twice = 0;
  for (let i = 0; i < outline.length; i++) {
    const [x, y] = outline[i];
    const [nextX, nextY] = outline[(i + 1) % outline.length];
    twice += x * nextY - nextX * y;
  }
  return Math.abs(twice) / 2;
}
