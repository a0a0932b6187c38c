/**
 * The air of one compartment as a network: nodes where shafts meet it and at both ends of each section, stretches between
 * them, doors, shafts with their fans, and the outdoors, which is node 0.
 */
import {
  type AirSolver,
  createAirNetwork,
  createAirSolver,
  curveThroughDuty,
  ductResistance,
  lossResistance,
} from '../../../networks/air';
import { compartmentKinds, EXHAUST, type Galleries, INLET } from '../galleries';
import { changesPerH, SHAFT_HEADS, SHUT_OFF_TO_DUTY, STANDING_PA, WALL_FRICTION } from './figures';

export const OUTDOORS = 0;

export interface CompartmentAir {
  readonly compartment: number;
  readonly solver: AirSolver;
  /** Stretches of sections between two nodes: their branches; among all stretches they are `firstStretch` and on. */
  readonly stretchBranch: Int32Array;
  readonly firstStretch: number;
  /** Doors (slots of Doors), their branches. */
  readonly doors: Int32Array;
  readonly doorBranch: Int32Array;
  /** Shafts (slots of Shafts), the branch to the outdoors of each, and the door at the gallery's end that stands before it, −1 for most. */
  readonly shafts: Int32Array;
  readonly shaftBranch: Int32Array;
  readonly endDoor: Int32Array;
  /** Fans (slots of Fans), their branches, and the flow that their curve is made for. */
  readonly fans: Int32Array;
  readonly fanBranch: Int32Array;
  readonly dutyM3PerS: Float64Array;
}

/** All stretches of all compartments, in the order of compartments and along each. */
export interface Stretches {
  readonly count: number;
  readonly section: Int32Array;
  /** From the section's start. */
  readonly fromM: Float64Array;
  readonly toM: Float64Array;
  /** Of section s: sectionStart[s] … sectionEnd[s] − 1. */
  readonly sectionStart: Int32Array;
  readonly sectionEnd: Int32Array;
}

export interface StretchRows {
  readonly section: number[];
  readonly fromM: number[];
  readonly toM: number[];
  readonly sectionStart: Int32Array;
  readonly sectionEnd: Int32Array;
}

/** Shafts nearer to each other, or to a section's end, share a node. */
const SAME_NODE_M = 0.5;

export function buildCompartmentAir(galleries: Galleries, c: number, rows: StretchRows): CompartmentAir {
  const { sections, compartments, doors, shafts, fans } = galleries;
  const from: number[] = [];
  const to: number[] = [];
  let nodes = 1;
  const branch = (a: number, b: number): number => {
    from.push(a);
    to.push(b);
    return from.length - 1;
  };
  const own = (section: number) => sections.compartment[section] === c;
  const shaftSlots = range(shafts.count).filter((h) => own(shafts.section[h]));
  const fanSlots = range(fans.count).filter((f) => own(fans.section[f]));
  const doorSlots = range(doors.count).filter((d) => doors.compartment[d] === c);

  const firstStretch = rows.section.length;
  const stretchBranch: number[] = [];
  const startNode = new Map<number, number>();
  const endNode = new Map<number, number>();
  const shaftNode = new Map<number, number>();
  for (let k = compartments.start[c]; k < compartments.start[c + 1]; k++) {
    const s = compartments.order[k];
    rows.sectionStart[s] = rows.section.length;
    let node = nodes++;
    let atM = 0;
    startNode.set(s, node);
    const here = shaftSlots.filter((h) => shafts.section[h] === s).sort((a, b) => shafts.atM[a] - shafts.atM[b]);
    const step = (toM: number) => {
      const next = nodes++;
      stretchBranch.push(branch(node, next));
      rows.section.push(s);
      rows.fromM.push(atM);
      rows.toM.push(toM);
      node = next;
      atM = toM;
    };
    for (const h of here) {
      const isAtEnd = sections.lengthM[s] - shafts.atM[h] < SAME_NODE_M;
      if (!isAtEnd && shafts.atM[h] - atM >= SAME_NODE_M) step(shafts.atM[h]);
      if (!isAtEnd) shaftNode.set(h, node);
    }
    step(sections.lengthM[s]);
    endNode.set(s, node);
    for (const h of here) if (!shaftNode.has(h)) shaftNode.set(h, node);
    rows.sectionEnd[s] = rows.section.length;
  }

  const shaftBranch: number[] = [];
  const fanBranch: number[] = new Array(fanSlots.length);
  for (const h of shaftSlots) {
    const inShaft = fanSlots.filter((f) => fans.shaft[f] === h);
    let foot = shaftNode.get(h)!;
    if (inShaft.length > 0) {
      const behind = nodes++;
      for (const f of inShaft) {
        // A fan blows along its branch: into the gallery through an inlet, out of it through an exhaust.
        fanBranch[fanSlots.indexOf(f)] = shafts.kind[h] === INLET ? branch(behind, foot) : branch(foot, behind);
      }
      foot = behind;
    }
    shaftBranch.push(branch(OUTDOORS, foot));
  }
  const inWay = new Map<number, number>();
  const kept: number[] = [];
  const doorBranch: number[] = [];
  for (const d of doorSlots) {
    const [before, after] = [doors.before[d], doors.after[d]];
    if (before >= 0 && after >= 0) {
      kept.push(d);
      doorBranch.push(branch(endNode.get(before)!, startNode.get(after)!));
      continue;
    }
    const node = before >= 0 ? endNode.get(before)! : startNode.get(after)!;
    const behind = shaftSlots.filter((h) => shaftNode.get(h) === node && shafts.kind[h] > EXHAUST);
    for (const h of behind) inWay.set(h, d);
    if (behind.length > 0) continue;
    kept.push(d);
    doorBranch.push(before >= 0 ? branch(node, OUTDOORS) : branch(OUTDOORS, node));
  }

  const network = createAirNetwork(nodes, from, to);
  network.isHeld[OUTDOORS] = 1;
  for (let k = 0; k < stretchBranch.length; k++) {
    const s = rows.section[firstStretch + k];
    const lengthM = rows.toM[firstStretch + k] - rows.fromM[firstStretch + k];
    const resistance = ductResistance(WALL_FRICTION, lengthM, sections.hydraulicDiameterM[s], sections.areaM2[s]);
    network.resistance[stretchBranch[k]] = resistance;
  }
  const air: CompartmentAir = {
    compartment: c,
    solver: createAirSolver(network),
    stretchBranch: Int32Array.from(stretchBranch),
    firstStretch,
    doors: Int32Array.from(kept),
    doorBranch: Int32Array.from(doorBranch),
    shafts: Int32Array.from(shaftSlots),
    shaftBranch: Int32Array.from(shaftBranch),
    endDoor: Int32Array.from(shaftSlots, (h) => inWay.get(h) ?? -1),
    fans: Int32Array.from(fanSlots),
    fanBranch: Int32Array.from(fanBranch),
    dutyM3PerS: new Float64Array(fanSlots.length),
  };
  sizeFans(galleries, air);
  return air;
}

/** Every fan is made for its rated flow and for what then is lost on its side: its shaft, and its share of the rest. */
function sizeFans({ sections, shafts, fans }: Galleries, air: CompartmentAir): void {
  const { fan } = air.solver.network;
  air.fans.forEach((f, k) => {
    const s = fans.section[f];
    const kind = compartmentKinds[sections.kind[s]];
    air.dutyM3PerS[k] = fans.ratedM3PerS[f] || (sections.volumeM3[s] * changesPerH[kind].accident) / 3_600;
  });
  const flowOf = (shaft: number) => {
    let sum = 0;
    air.fans.forEach((f, k) => {
      if (fans.shaft[f] === shaft) sum += air.dutyM3PerS[k];
    });
    return sum;
  };
  air.fans.forEach((f, k) => {
    const s = fans.section[f];
    const shaft = fans.shaft[f];
    const flow = flowOf(shaft);
    const other = Array.from(air.shafts).filter(
      (h) => shafts.section[h] === s && shafts.kind[h] <= EXHAUST && shafts.kind[h] !== shafts.kind[shaft],
    );
    const friction = ductResistance(
      WALL_FRICTION,
      sections.lengthM[s],
      sections.hydraulicDiameterM[s],
      sections.areaM2[s],
    );
    const hasPartner = other.some((h) => flowOf(h) > 0);
    let resistance = lossResistance(SHAFT_HEADS, shafts.areaM2[shaft]) + (hasPartner ? 0.5 : 1) * friction;
    // Nobody blows on the other side: its openings are this fan's to draw through.
    if (!hasPartner && other.length > 0) {
      const areaM2 = other.reduce((sum, h) => sum + shafts.areaM2[h], 0);
      resistance += lossResistance(SHAFT_HEADS, areaM2);
    }
    const dutyPa = resistance * flow * flow;
    const duty = air.dutyM3PerS[k];
    const curve = curveThroughDuty(SHUT_OFF_TO_DUTY * dutyPa, duty, dutyPa);
    const b = air.fanBranch[k];
    fan.shutOffPa[b] = curve.shutOffPa;
    fan.quadraticPaPerM6PerS2[b] = curve.quadraticPaPerM6PerS2;
    fan.stoppedPaPerM6PerS2[b] = STANDING_PA / (duty * duty);
  });
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i);
}
