/** What a loop of supply and return is made of, asked and told each step, and remembers. */
import { PI } from '../../kernel';
import { createLoopFlows, type LoopFlows } from './loop-flows';
import type { LoopPlan } from './loop-plan';
import { createParcels, fillPipe } from './parcels';
import { createPlugFlow, type PlugFlow } from './plug-flow';
import { waterAt } from './water';

export interface ThermalInputs {
  /** Of consumers: heat, or cold, asked for. */
  readonly demandW: Float64Array;
  /** Of sources: set point, what they can give, pumps that have power, and their share of the flow where another source holds the pressure. */
  readonly setC: Float64Array;
  readonly capacityW: Float64Array;
  readonly pumpsOn: Int32Array;
  readonly share: Float64Array;
  /** Of pipes: 0 where a valve shuts the pair. */
  readonly open: Uint8Array;
  /** By node: what leaks out of the supply there; and how warm the water is that makes it up. */
  readonly leakM3PerS: Float64Array;
  makeupC: number;
  groundC: number;
}

export interface ThermalOutputs {
  readonly deliveredW: Float64Array;
  readonly unmetW: Float64Array;
  readonly consumerReturnC: Float64Array;
  /** Why, where something is unmet. */
  readonly lack: Uint8Array;
  /** Given by each source, on the mean of the step; its supply and what came back to it. */
  readonly sourceW: Float64Array;
  readonly sourceC: Float64Array;
  readonly sourceReturnC: Float64Array;
  readonly pumpW: Float64Array;
  /** Lost to the ground by both sides and with water that has leaked, on the mean of the step; held at its end, above 0 °C. */
  lostW: number;
  heldJ: number;
}

export const lacks = ['none', 'cut-off', 'flow', 'temperature'] as const;

export interface ThermalNetwork {
  readonly plan: LoopPlan;
  /** 1 for heat, −1 for cold. */
  readonly sense: 1 | -1;
  readonly kgPerM3: number;
  readonly jPerM3K: number;
  readonly designM3PerS: Float64Array;
  readonly flows: LoopFlows;
  readonly supply: PlugFlow;
  readonly back: PlugFlow;
  readonly inputs: ThermalInputs;
  readonly outputs: ThermalOutputs;
  /** Of sources: given beyond capacity and not yet held back. */
  readonly overdrawnJ: Float64Array;
  readonly wantedM3PerS: Float64Array;
  readonly supplyInM3PerS: Float64Array;
  readonly supplyInC: Float64Array;
  readonly backM3PerS: Float64Array;
  readonly backInM3PerS: Float64Array;
  readonly backInC: Float64Array;
  /** Warmth that went with water that was replaced since the last step: times ρ c it is joules. */
  spiltM3K: number;
}

export function createThermalNetwork(plan: LoopPlan): ThermalNetwork {
  checkPlan(plan);
  const { nodeCount, lengthM, diameterM } = plan;
  const consumers = plan.consumerNode.length;
  const sources = plan.sourceNode.length;
  const pipes = plan.from.length;
  const { densityKgPerM3, heatCapacityJPerKgK } = waterAt((plan.supplyC + plan.returnC) / 2);
  const jPerM3K = densityKgPerM3 * heatCapacityJPerKgK;
  const areaM2 = diameterM.map((d) => (PI / 4) * d * d);
  const side = (celsius: number): PlugFlow => {
    const parcels = createParcels(
      lengthM.map((length, b) => length * areaM2[b]),
      plan.lossWPerMK.map((loss, b) => loss / (jPerM3K * areaM2[b])),
    );
    const net = createPlugFlow(nodeCount, plan.from, plan.to, parcels);
    for (let b = 0; b < pipes; b++) fillPipe(parcels, b, celsius);
    net.nodeC.fill(celsius);
    net.nodeEndC.fill(celsius);
    return net;
  };
  const designM3PerS = plan.designW.map((watts) => watts / (jPerM3K * Math.abs(plan.supplyC - plan.returnC)));
  return {
    plan,
    sense: plan.supplyC > plan.returnC ? 1 : -1,
    kgPerM3: densityKgPerM3,
    jPerM3K,
    designM3PerS,
    flows: createLoopFlows(plan, designM3PerS),
    supply: side(plan.supplyC),
    back: side(plan.returnC),
    inputs: {
      demandW: new Float64Array(consumers),
      setC: new Float64Array(sources).fill(plan.supplyC),
      capacityW: new Float64Array(sources).fill(Number.POSITIVE_INFINITY),
      pumpsOn: plan.pumps.slice(),
      share: new Float64Array(sources),
      open: new Uint8Array(pipes).fill(1),
      leakM3PerS: new Float64Array(nodeCount),
      makeupC: 10,
      groundC: 10,
    },
    outputs: {
      deliveredW: new Float64Array(consumers),
      unmetW: new Float64Array(consumers),
      consumerReturnC: new Float64Array(consumers).fill(plan.returnC),
      lack: new Uint8Array(consumers),
      sourceW: new Float64Array(sources),
      sourceC: new Float64Array(sources).fill(plan.supplyC),
      sourceReturnC: new Float64Array(sources).fill(plan.returnC),
      pumpW: new Float64Array(sources),
      lostW: 0,
      heldJ: 0,
    },
    overdrawnJ: new Float64Array(sources),
    wantedM3PerS: new Float64Array(consumers),
    supplyInM3PerS: new Float64Array(nodeCount),
    supplyInC: new Float64Array(nodeCount),
    backM3PerS: new Float64Array(pipes),
    backInM3PerS: new Float64Array(nodeCount),
    backInC: new Float64Array(nodeCount),
    spiltM3K: 0,
  };
}

function checkPlan(plan: LoopPlan): void {
  if (!(Math.abs(plan.supplyC - plan.returnC) > 0)) throw new RangeError('supply and return are of one temperature');
  for (const name of ['lengthM', 'diameterM', 'designW'] as const) {
    const wrong = plan[name].findIndex((value) => !(value > 0 && value < Number.POSITIVE_INFINITY));
    if (wrong >= 0) throw new RangeError(`${name}[${wrong}] is ${plan[name][wrong]}, expected a positive number`);
  }
  const idle = plan.pumps.findIndex((count, s) => count > 0 && !(plan.pumpHeadM[s] > 0 && plan.pumpM3PerS[s] > 0));
  if (idle >= 0) throw new RangeError(`the pumps of source ${idle} lift nothing`);
}

/** All that a network remembers from step to step; inputs and outputs are not among it. */
export function memoryOf(net: ThermalNetwork): readonly (Float64Array | Uint8Array)[] {
  const sideOf = ({ parcels, nodeC, nodeEndC }: PlugFlow) => [
    parcels.first,
    parcels.count,
    parcels.parcelM3,
    parcels.parcelC,
    parcels.spanS,
    nodeC,
    nodeEndC,
  ];
  return [
    ...sideOf(net.supply),
    ...sideOf(net.back),
    net.flows.chordM3PerS,
    net.overdrawnJ,
    net.supplyInC,
    net.outputs.consumerReturnC,
  ];
}
