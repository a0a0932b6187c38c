import type { Point } from '../../geometry/vector';
import { type CrossSection, classRank, GUTTER_M, halfWidthM, isLopsided } from '../class-defaults';
import type { StreetGraph } from '../plan-graph';
import type { BusLanes, PlanLink } from '../plan-links';

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
  /** Lanes before it, from the kerb, are for buses. */
  readonly firstGeneralLane: number;
  /** Lanes after it, towards the middle, are for buses. */
  readonly lastGeneralLane: number;
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
  const { laneWidthM, medianM, oneWay, lanesBack } = link.section;
  const lanes = reversed ? (lanesBack ?? link.section.lanesEachWay) : link.section.lanesEachWay;
  const kerbOffsetM = isLopsided(link.section)
    ? halfWidthM(link.section) - GUTTER_M - laneWidthM / 2
    : oneWay
      ? ((lanes - 1) / 2) * laneWidthM
      : medianM / 2 + (lanes - 0.5) * laneWidthM;
  const from = reversed ? link.to : link.from;
  const to = reversed ? link.from : link.to;
  const buses = busLanesOf(link, reversed, lanes);
  return {
    id: link.edgeIds?.[reversed ? 1 : 0] ?? (link.ring ? link.id : `${link.street.id}:${from}:${to}`),
    link,
    from,
    to,
    line: reversed ? [...link.centre].reverse() : link.centre,
    laneOffsetsM: Array.from({ length: lanes }, (_, k) => kerbOffsetM - k * laneWidthM),
    firstGeneralLane: buses.kerb,
    lastGeneralLane: lanes - 1 - buses.middle,
    start: undefined as unknown as Arm, // set as soon as the arms are built
    end: undefined as unknown as Arm,
    laneShapes: [],
  };
}

/** One lane at least is for everybody. */
function busLanesOf(link: PlanLink, reversed: boolean, lanes: number): BusLanes {
  const named = link.busLanes?.[reversed ? 1 : 0];
  if (named) return named.kerb + named.middle < lanes ? named : NO_BUS_LANES;
  return { kerb: link.street.busLane && !link.ring && lanes > 1 ? 1 : 0, middle: 0 };
}

const NO_BUS_LANES: BusLanes = { kerb: 0, middle: 0 };

export const laneId = (roadway: Roadway, lane: number): string => `${roadway.id}#${lane}`;
