import { lengthOf } from '../../geometry/polyline';
import { distance, dot, reverse } from '../../geometry/vector';
import type { JunctionRules } from '../../plan/streets/junctions';
import { leaving, type Movement } from '../../plan/streets/movements';
import type { Arm } from '../../plan/streets/network';
import { isCrossed } from './align-stop-lines';
import type { OsmGraph } from './graph';
import { type Passage, passagesOf } from './passages';
import type { RoadBasis } from './road-basis';

const DETOUR = 3;
const DETOUR_SPARE_M = 60;
const BACK_COSINE = -0.7;

/** What the map says of a junction beyond its form: ways through it, bans, painted arrows, signs, islands. */
export function rulesAt(
  node: string,
  arms: readonly Arm[],
  graph: OsmGraph,
  basis: RoadBasis,
  smallRings: ReadonlySet<string>,
): JunctionRules {
  const origin = (arm: Arm) => graph.originOf(node, arm.key);
  const inner = graph.inner.get(node) ?? [];
  const passage = passagesOf(arms.map(origin), inner, basis.restrictions);
  const between = (from: Arm, to: Arm): Passage | undefined => passage(origin(from), origin(to));
  const isIsland = inner.some(({ ring }) => ring !== undefined && smallRings.has(ring));
  const leadsNowhereElse = (from: Arm, to: Arm) =>
    !arms.some((other) => other !== to && other !== from && between(from, other) && !turnsBack(from, other));
  const { signs } = basis;
  const members = graph.members.get(node) ?? [];
  return {
    permits: (from, to) => {
      const found = between(from, to);
      if (!found) return false;
      if (isIsland) return true;
      if (found.lengthM > DETOUR * distance(from.line[0], to.line[0]) + DETOUR_SPARE_M) return false;
      return !turnsBack(from, to) || leadsNowhereElse(from, to);
    },
    arrowsOf: (arm) => {
      const { segment, end } = origin(arm);
      return (end === 'to' ? segment.along : segment.back)?.arrows;
    },
    wayOf: ({ from, to }: Movement) => {
      if (!isIsland) return undefined;
      const line = between(from, to)?.line;
      return line && line.length > 1 && lengthOf(line) > 6 ? line : undefined;
    },
    isCrossed,
    signs: (all) => {
      if (all.some((arm) => arm.link.ring)) return undefined;
      if (isIsland || members.some((member) => signs.miniRoundabouts.has(member)))
        return { control: 'roundabout', major: [] };
      const inbound = all.filter((arm) => arm.inbound);
      const signOf = (arm: Arm) => signs.signAt(origin(arm).segment, origin(arm).end);
      const minor = inbound.filter((arm) => signOf(arm) !== undefined);
      if (members.some((member) => signs.allStop.has(member))) return { control: 'all-way-stop', major: [] };
      if (minor.length === 0 || inbound.length < 2) return undefined;
      if (minor.length < inbound.length)
        return { control: 'priority', major: inbound.filter((arm) => !minor.includes(arm)) };
      return minor.every((arm) => signOf(arm) === 'stop') ? { control: 'all-way-stop', major: [] } : undefined;
    },
  };
}

/** Round the end of a median into the other carriageway of the same street. */
function turnsBack(from: Arm, to: Arm): boolean {
  if (dot(reverse(leaving(from)), leaving(to)) > BACK_COSINE) return false;
  return from.section.oneWay && to.section.oneWay;
}
