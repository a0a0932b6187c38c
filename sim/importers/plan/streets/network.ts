import type { Point } from '../../geometry/vector';
import { type CrossSection, classRank, halfWidthM } from '../class-defaults';
import type { StreetGraph } from '../plan-graph';
import type { PlanLink } from '../plan-links';

/** One direction of a link, on its way to becoming an edge of the scene. */
export interface Roadway {
  readonly id: string;
  readonly link: PlanLink;
  readonly from: string;
  readonly to: string;
  /** In the direction of travel, from node to node. */
  readonly line: readonly Point[];
  /** Distance of each lane's middle to the right of the line, kerb first. */
  readonly laneOffsetsM: readonly number[];
  /** 1 where the kerb lane is for buses, else 0. */
  readonly firstGeneralLane: number;
  /** Where it begins and where it ends, filled in when both nodes' arms exist. */
  start: Arm;
  end: Arm;
  /** Lane middles between the stop lines, filled in when set-backs are known. */
  laneShapes: Point[][];
}

/** A link's end at a node, on its way to becoming an approach of a junction. */
export interface Arm {
  readonly node: string;
  readonly key: string;
  readonly link: PlanLink;
  readonly section: CrossSection;
  readonly rank: number;
  /** Leads away from the node. */
  readonly line: readonly Point[];
  readonly halfM: number;
  readonly inbound?: Roadway;
  readonly outbound?: Roadway;
  /** From the node to the stop line, along the line. */
  setBackM: number;
}

export interface Network {
  readonly graph: StreetGraph;
  readonly roadways: readonly Roadway[];
  /** Counter-clockwise round each node. */
  readonly arms: ReadonlyMap<string, readonly Arm[]>;
}

export function networkOf(graph: StreetGraph): Network {
  const roadways: Roadway[] = [];
  const forward = new Map<PlanLink, Roadway>();
  const backward = new Map<PlanLink, Roadway>();
  for (const link of graph.links) {
    forward.set(link, roadwayOf(link, false));
    roadways.push(forward.get(link)!);
    if (link.section.oneWay) continue;
    backward.set(link, roadwayOf(link, true));
    roadways.push(backward.get(link)!);
  }
  const arms = new Map<string, Arm[]>();
  for (const [node, planArms] of graph.arms) {
    const built = planArms.map((arm): Arm => {
      const leaving = arm.reversed ? backward.get(arm.link) : forward.get(arm.link);
      const arriving = arm.reversed ? forward.get(arm.link) : backward.get(arm.link);
      return {
        node,
        key: arm.key,
        link: arm.link,
        section: arm.link.section,
        rank: classRank[arm.link.street.class],
        line: arm.line,
        halfM: halfWidthM(arm.link.section),
        inbound: arriving,
        outbound: leaving,
        setBackM: 0,
      };
    });
    for (const arm of built) {
      if (arm.inbound) arm.inbound.end = arm;
      if (arm.outbound) arm.outbound.start = arm;
    }
    arms.set(node, built);
  }
  return { graph, roadways, arms };
}

function roadwayOf(link: PlanLink, reversed: boolean): Roadway {
  const { lanesEachWay: lanes, laneWidthM, medianM, oneWay } = link.section;
  const kerbOffsetM = oneWay ? ((lanes - 1) / 2) * laneWidthM : medianM / 2 + (lanes - 0.5) * laneWidthM;
  const from = reversed ? link.to : link.from;
  const to = reversed ? link.from : link.to;
  return {
    id: link.ring ? link.id : `${link.street.id}:${from}:${to}`,
    link,
    from,
    to,
    line: reversed ? [...link.centre].reverse() : link.centre,
    laneOffsetsM: Array.from({ length: lanes }, (_, k) => kerbOffsetM - k * laneWidthM),
    firstGeneralLane: link.street.busLane && !link.ring && lanes > 1 ? 1 : 0,
    start: undefined as unknown as Arm, // set as soon as the arms are built
    end: undefined as unknown as Arm,
    laneShapes: [],
  };
}

export const laneId = (roadway: Roadway, lane: number): string => `${roadway.id}#${lane}`;
