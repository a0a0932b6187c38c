import { pointAt } from '../geometry/polyline';
import type { Point } from '../geometry/vector';
import type { CrossSection } from './class-defaults';
import type { PlannedStreet } from './plan';

/** A street between two branch nodes: the unit that becomes one edge a direction. */
export interface PlanLink {
  /** 'street:from:to', as the edge along the path is called. */
  readonly id: string;
  readonly street: PlannedStreet;
  readonly section: CrossSection;
  /** The node whose roundabout this is a part of. */
  readonly ring?: string;
  /** Ids of its edges along and against the line, where they do not follow from the street's (imports). */
  readonly edgeIds?: readonly [along: string, back: string];
  /** Where its nodes lie, if the line begins or ends elsewhere: at the rim of a junction made of several (imports). */
  readonly nodesAt?: readonly [from: Point, to: Point];
  /** Lanes for buses at the kerb and by the middle, along and back; from the street where it is left out. */
  readonly busLanes?: readonly [along: BusLanes, back: BusLanes];
  readonly from: string;
  readonly to: string;
  readonly centre: readonly Point[];
  readonly lengthM: number;
}

/** How many lanes are for buses, at either side of a direction. */
export interface BusLanes {
  readonly kerb: number;
  readonly middle: number;
}

/** A link as its node sees it: the line leads away from the node. */
export interface PlanArm {
  readonly link: PlanLink;
  readonly reversed: boolean;
  readonly line: readonly Point[];
  readonly far: string;
  /** The arm's name at its node: its street, and whether the street's path leaves (+) or arrives (-). */
  readonly key: string;
}

/** Link ends by node, counter-clockwise from east by the direction in which they leave. */
export function armsOf(links: readonly PlanLink[]): Map<string, PlanArm[]> {
  const arms = new Map<string, PlanArm[]>();
  const attach = (node: string, link: PlanLink, reversed: boolean) => {
    const list = arms.get(node) ?? [];
    arms.set(node, list);
    const name = `${link.ring ? 'ring' : link.street.id}${reversed ? '-' : '+'}`;
    const twins = list.filter((arm) => arm.reversed === reversed && arm.link.street.id === link.street.id).length;
    const line = reversed ? [...link.centre].reverse() : link.centre;
    const far = reversed ? link.from : link.to;
    list.push({ link, reversed, line, far, key: twins === 0 ? name : `${name}${twins + 1}` });
  };
  for (const link of links) {
    attach(link.from, link, false);
    attach(link.to, link, true);
  }
  for (const list of arms.values()) list.sort((a, b) => pseudoAngle(a) - pseudoAngle(b) || compare(a.key, b.key));
  return arms;
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Grows with the angle from east, 0 to 4, without a transcendental function. Taken where neighbours have parted. */
function pseudoAngle(arm: PlanArm): number {
  const [x, y] = leavingDirection(arm);
  const share = x / (Math.abs(x) + Math.abs(y));
  return y >= 0 ? 1 - share : 3 + share;
}

const PARTED_M = 15;

function leavingDirection(arm: PlanArm): Point {
  const at = pointAt(arm.line, Math.min(PARTED_M, arm.link.lengthM / 2));
  return [at[0] - arm.line[0][0], at[1] - arm.line[0][1]];
}
