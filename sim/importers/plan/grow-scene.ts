import { fail, problem, type Result, succeed } from '../../kernel';
import type { Building, BuildingsFile } from '../../scene/schema/buildings';
import type { LandFile, Parcel } from '../../scene/schema/land';
import { roundToCentimetres, simplify } from '../geometry/polyline';
import type { Point } from '../geometry/vector';
import { blocksOf } from './blocks';
import { type People, settle } from './buildings/people';
import { envelopeOf, roofForSunOf } from './buildings/standard';
import { type GrownBuilding, growLand } from './land/grow-land';
import { grovesOf } from './land/parks';
import { ringOfTrees, streetTrees } from './land/planting';
import { openStreams } from './land/streams';
import type { ZonesPlan } from './land/zones-plan';
import type { StreetPlan } from './plan';
import { streetGraphOf } from './plan-graph';

/** Land and buildings of a plan. Blocks and zones must name each other one to one: no land is left to chance. */
export function growScene(streets: StreetPlan, zones: ZonesPlan): Result<{ land: LandFile; buildings: BuildingsFile }> {
  const blocks = blocksOf(streets);
  const known = new Set(blocks.map((block) => block.id));
  const planned = new Set(zones.blocks.map((block) => block.id));
  const problems = [
    ...zones.blocks.flatMap((block, k) =>
      known.has(block.id)
        ? []
        : [
            problem(
              'plan.unknown-block',
              ['zones.json', 'blocks', k, 'id'],
              `no such block between the streets: ${block.id}`,
            ),
          ],
    ),
    ...zones.blocks.flatMap((block, k) => {
      const first = zones.blocks.findIndex(({ code }) => code === block.code);
      const message = `${block.code} is already blocks[${first}], expected another code`;
      return first === k ? [] : [problem('plan.duplicate-code', ['zones.json', 'blocks', k, 'code'], message)];
    }),
    ...zones.sites.flatMap((site, k) =>
      planned.has(site.block)
        ? []
        : [
            problem(
              'plan.unknown-block',
              ['zones.json', 'sites', k, 'block'],
              `no such block in the plan: ${site.block}`,
            ),
          ],
    ),
    ...blocks
      .filter((block) => !planned.has(block.id))
      .map((block) =>
        problem('plan.block-without-use', ['zones.json', 'blocks'], `nothing is planned for ${block.id}`),
      ),
  ];
  if (problems.length > 0) return fail(problems);

  const grown = growLand(blocks, zones);
  const people = settle(grown.buildings, zones.targets);
  const graph = streetGraphOf(streets);
  const parcels = grown.parcels.map((parcel) => ({ ...parcel, outline: plain(parcel.outline) }));
  const buildings = grown.buildings.map((building, k) => finish(building, people[k]));
  return succeed({
    land: {
      districts: zones.districts,
      parcels,
      waterBodies: zones.lakes,
      streams: openStreams(zones.streams, graph),
      groves: [
        ...grovesOf(parcels, zones),
        ...grown.gardens.map((outline) => ({ outline: tidy(outline), treesPerHectare: GARDEN_TREES })),
        ...zones.woods,
      ],
      treeRows: [
        ...streetTrees(graph),
        ...parcels.filter(isSquare).flatMap(({ outline }) => ringOfTrees(outline, [8, 15])),
        ...parcels
          .filter(({ use }) => FENCED.includes(use))
          .flatMap(({ outline }) => ringOfTrees(outline, [FENCE_TREES_M])),
      ],
      landmarks: [...zones.landmarks, ...landmarkSites(zones, buildings)],
    },
    buildings: { buildings },
  });
}

/** Trees a hectare in the yards of housing: one to every twelve metres or so. */
const GARDEN_TREES = 70;
/** Uses whose plots have trees along their own fence. */
const FENCED: readonly Parcel['use'][] = ['office', 'research', 'health', 'school', 'civic', 'culture'];
const FENCE_TREES_M = 3.4;

/** A park with houses on it; sports parks keep their grass. */
function isSquare({ use, floorAreaRatio, name }: Parcel): boolean {
  return use === 'park' && floorAreaRatio !== undefined && floorAreaRatio < 0.05 && name !== undefined;
}

const tidy = (outline: readonly Point[]): Point[] => roundToCentimetres(outline);

/** Parcels keep a hand's breadth of slack: block edges come with a point every few metres of a curve. */
const PARCEL_TOLERANCE_M = 0.15;

function plain(outline: readonly Point[]): Point[] {
  return tidy(simplify([...outline, outline[0]], PARCEL_TOLERANCE_M).slice(0, -1));
}

function finish(building: GrownBuilding, people: People): Building {
  const { id, parcel, use, form, outline, floors, heightM, floorAreaM2, name } = building;
  return {
    id,
    ...(name ? { name } : {}),
    parcel,
    use,
    form,
    outline: tidy(outline),
    heightM: Math.round(10 * heightM) / 10,
    floors,
    floorAreaM2: Math.round(floorAreaM2),
    ...people,
    roofForSun: roofForSunOf(building),
    ...envelopeOf(building),
  };
}

/** A site marked as a landmark is called out where its first house stands. */
function landmarkSites(zones: ZonesPlan, buildings: readonly Building[]): LandFile['landmarks'] {
  return zones.sites.flatMap((site) => {
    if (!site.landmark) return [];
    const house = buildings.find((building) => building.name?.en === site.name.en);
    return house ? [{ id: site.id, name: site.name, at: house.outline[0] }] : [];
  });
}
