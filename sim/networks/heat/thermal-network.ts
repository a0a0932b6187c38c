/**
 * A loop of supply and return through time: consumers' valves, pumps, sources, and the water between them. In a step,
 * flows first: each valve stands where what came last would give what is asked, so that it answers a change in the supply
 * one step later. Then the supply side moves, consumers take their heat, and the return side moves. Balanced to rounding:
 * sources give what is taken, lost and stored.
 *
 * A consumer is a heat exchanger that does at the design's flow and temperatures what it is built for, against water of
 * its own that comes back `APPROACH` of the design's difference below the loop's return; it always takes the same share
 * of what the supply has above that. Its valve stands for the flow that this needs, so that a supply as designed comes
 * back as designed. It takes what is asked unless its water, with the best that an exchanger does, has less; then the
 * rest is unmet. That its own side would cool as well is left to the buildings.
 *
 * A source warms what comes back up to its set point as far as its capacity does, judged by what came last; what it gave
 * too much for that is kept account of and held back in the next step.
 *
 * Loops of cold are the same with the sign turned: heat, loss and lack are then of cold. What pumps put into the water is
 * heat in both. Water that leaks is made up, cold, at the source that holds the pressure; what it takes with it counts as
 * lost. Left out: bypasses that keep dead ends warm.
 */
import { GRAVITY_MPS2 } from '../pipes/fluid';
import { solveLoopFlows } from './loop-flows';
import { type LoopPlan, PUMP_EFFICIENCY } from './loop-plan';
import { spreadReturn } from './loop-tree';
import { heldM3K, mixInto } from './parcels';
import { advancePlugFlow } from './plug-flow';
import type { ThermalNetwork } from './thermal-state';

/** Codes of `lack`, as `lacks` names them. */
const CUT_OFF = 1;
const FLOW = 2;
const TEMPERATURE = 3;

/** How far a consumer's own water comes back below the loop's return, of the loop's difference. */
const APPROACH = 0.3;
/** A valve lets no more through than this many times its design's flow. */
const WIDEST = 1.5;
/** Share of the difference between supply and own water that an exchanger takes at the very most. */
const TIGHTEST = 0.9;
const NOTHING_W = 1e-6;
/** Of the flow that others leave to the source that holds the pressure, so that no rounding turns its water round. */
const HOLDERS_LEAST = 1e-6;

const isAmount = (value: number): boolean => value >= 0 && value < Number.POSITIVE_INFINITY;

function checkInputs({ plan, inputs }: ThermalNetwork): void {
  const { demandW, setC, capacityW, pumpsOn, share, groundC, leakM3PerS, makeupC } = inputs;
  const wrong = leakM3PerS.findIndex((flow) => !isAmount(flow));
  if (wrong >= 0) throw new RangeError(`a leak of ${leakM3PerS[wrong]} m³/s at node ${wrong}`);
  if (!(makeupC > 0 && makeupC < 100)) throw new RangeError(`make-up water of ${makeupC} °C`);
  for (let i = 0; i < demandW.length; i++) {
    if (!isAmount(demandW[i])) throw new RangeError(`consumer ${i} asks for ${demandW[i]} W`);
  }
  let shares = 0;
  for (let s = 0; s < setC.length; s++) {
    const right =
      isAmount(setC[s]) && capacityW[s] >= 0 && pumpsOn[s] >= 0 && pumpsOn[s] <= plan.pumps[s] && isAmount(share[s]);
    if (!right) throw new RangeError(`source ${s}: ${setC[s]} °C, ${capacityW[s]} W, ${pumpsOn[s]} pumps, ${share[s]}`);
    shares += share[s];
  }
  if (shares > 1 + 1e-9) throw new RangeError(`sources share ${shares} of the flow`);
  if (!(groundC > -50 && groundC < 50)) throw new RangeError(`ground of ${groundC} °C`);
}

export function stepThermalNetwork(net: ThermalNetwork, seconds: number): void {
  const { flows, inputs, supply, back } = net;
  checkInputs(net);
  flows.open.set(inputs.open);
  flows.pumpsOn.set(inputs.pumpsOn);
  flows.leakM3PerS.set(inputs.leakM3PerS);
  for (let s = 0; s < flows.share.length; s++) flows.share[s] = inputs.share[s] * (1 - HOLDERS_LEAST);
  supply.parcels.groundC.fill(inputs.groundC);
  back.parcels.groundC.fill(inputs.groundC);
  openValves(net);
  solveLoopFlows(flows, net.wantedM3PerS);
  warmSupply(net, seconds);
  advancePlugFlow(supply, flows.pipeM3PerS, net.supplyInM3PerS, net.supplyInC, seconds);
  takeHeat(net);
  spreadReturn(flows, net.backM3PerS);
  advancePlugFlow(back, net.backM3PerS, net.backInM3PerS, net.backInC, seconds);
  settleSources(net, seconds);
}

/** Coldest (of cold: warmest) that water can be after a consumer. */
function ownSideC({ supplyC, returnC }: LoopPlan): number {
  return returnC - APPROACH * (supplyC - returnC);
}

function openValves({ plan, sense, jPerM3K, designM3PerS, supply, inputs, wantedM3PerS }: ThermalNetwork): void {
  const ownC = ownSideC(plan);
  for (let i = 0; i < wantedM3PerS.length; i++) {
    const takes = (sense * (supply.nodeEndC[plan.consumerNode[i]] - ownC)) / (1 + APPROACH);
    const widest = WIDEST * designM3PerS[i];
    const demand = inputs.demandW[i];
    wantedM3PerS[i] = takes * jPerM3K * widest > demand ? demand / (takes * jPerM3K) : demand > 0 ? widest : 0;
  }
}

function warmSupply(net: ThermalNetwork, seconds: number): void {
  const { plan, sense, jPerM3K, flows, inputs, outputs, back, overdrawnJ, supplyInM3PerS, supplyInC } = net;
  supplyInM3PerS.fill(0);
  for (let s = 0; s < plan.sourceNode.length; s++) {
    const node = plan.sourceNode[s];
    const flow = flows.sourceM3PerS[s];
    outputs.sourceC[s] = supplyInC[node];
    if (!(flow > 0)) continue;
    const comesC = back.nodeEndC[node];
    // What pumps do to the water is there before the source does anything: towards its aim in heat, away from it in cold.
    const byPumps = sense * pumpRiseK(net, s);
    const lacking = sense * (inputs.setC[s] - comesC) - byPumps;
    const most = (inputs.capacityW[s] - overdrawnJ[s] / seconds) / (jPerM3K * flow);
    const celsius = comesC + sense * (byPumps + Math.min(lacking > 0 ? lacking : 0, most));
    // Two sources at one node: what they send is mixed.
    const before = supplyInM3PerS[node];
    supplyInC[node] = before > 0 ? (before * supplyInC[node] + flow * celsius) / (before + flow) : celsius;
    supplyInM3PerS[node] = before + flow;
    outputs.sourceC[s] = celsius;
  }
}

/** Head that pumps give and friction takes again ends as heat: under a tenth of a kelvin, taken as theirs. */
function pumpRiseK({ kgPerM3, jPerM3K, flows }: ThermalNetwork, source: number): number {
  return (kgPerM3 * GRAVITY_MPS2 * flows.sourceHeadM[source]) / jPerM3K;
}

function takeHeat(net: ThermalNetwork): void {
  const { plan, sense, jPerM3K, flows, inputs, outputs, supply, backInM3PerS, backInC } = net;
  const ownC = ownSideC(plan);
  backInM3PerS.fill(0);
  backInC.fill(0);
  for (let i = 0; i < plan.consumerNode.length; i++) {
    const node = plan.consumerNode[i];
    const flow = flows.consumerM3PerS[i];
    const demand = inputs.demandW[i];
    let delivered = 0;
    let returnC = outputs.consumerReturnC[i];
    if (flow > 0) {
      const comesC = supply.nodeC[node];
      const most = jPerM3K * flow * TIGHTEST * sense * (comesC - ownC);
      delivered = demand < most ? demand : most > 0 ? most : 0;
      returnC = comesC - (sense * delivered) / (jPerM3K * flow);
      backInM3PerS[node] += flow;
      backInC[node] += flow * returnC;
    }
    const unmet = demand - delivered;
    outputs.deliveredW[i] = delivered;
    outputs.unmetW[i] = unmet > NOTHING_W ? unmet : 0;
    outputs.consumerReturnC[i] = returnC;
    // Water as warm as designed would have done, or would not have either.
    const short = flow * jPerM3K * Math.abs(plan.supplyC - plan.returnC) < demand;
    outputs.lack[i] = !(unmet > NOTHING_W) ? 0 : flows.holder[node] < 0 ? CUT_OFF : short ? FLOW : TEMPERATURE;
  }
  for (let node = 0; node < backInM3PerS.length; node++) {
    const leak = flows.leakM3PerS[node];
    if (leak === 0) continue;
    const madeUpAt = plan.sourceNode[flows.holder[node]];
    backInM3PerS[madeUpAt] += leak;
    backInC[madeUpAt] += leak * inputs.makeupC;
  }
  for (let node = 0; node < backInM3PerS.length; node++) {
    if (backInM3PerS[node] > 0) backInC[node] /= backInM3PerS[node];
  }
}

function settleSources(net: ThermalNetwork, seconds: number): void {
  const { plan, sense, jPerM3K, flows, inputs, outputs, supply, back, overdrawnJ } = net;
  for (let s = 0; s < plan.sourceNode.length; s++) {
    const flow = flows.sourceM3PerS[s];
    const comesC = back.nodeC[plan.sourceNode[s]];
    outputs.sourceReturnC[s] = comesC;
    const riseK = pumpRiseK(net, s);
    const given = flow > 0 ? jPerM3K * flow * sense * (outputs.sourceC[s] - comesC - riseK) : 0;
    outputs.sourceW[s] = given;
    outputs.pumpW[s] = flow > 0 ? (jPerM3K * flow * riseK) / PUMP_EFFICIENCY : 0;
    const over = overdrawnJ[s] + (given - inputs.capacityW[s]) * seconds;
    overdrawnJ[s] = over > 0 ? over : 0;
  }
  let lost = 0;
  for (let b = 0; b < plan.from.length; b++) {
    lost += supply.parcels.lostM3K[b] + back.parcels.lostM3K[b];
  }
  let leaking = 0;
  for (let n = 0; n < flows.leakM3PerS.length; n++) {
    if (flows.leakM3PerS[n] > 0) leaking += flows.leakM3PerS[n] * (supply.nodeC[n] - inputs.makeupC);
  }
  outputs.lostW = sense * jPerM3K * ((lost + net.spiltM3K) / seconds + leaking);
  net.spiltM3K = 0;
  outputs.heldJ = heldInPipesJ(net);
}

/** So much of the water of a supply pipe has run out and been replaced. */
export function replaceSupply(net: ThermalNetwork, pipe: number, share: number, celsius: number): void {
  net.spiltM3K += mixInto(net.supply.parcels, pipe, share, celsius);
}

/** Mean temperature of the water in a supply pipe. */
export function heldInSupplyC({ supply }: ThermalNetwork, pipe: number): number {
  return heldM3K(supply.parcels, pipe) / supply.parcels.volumeM3[pipe];
}

/** Heat of the water in all pipes, above 0 °C. */
export function heldInPipesJ({ plan, jPerM3K, supply, back }: ThermalNetwork): number {
  let held = 0;
  for (let b = 0; b < plan.from.length; b++) held += heldM3K(supply.parcels, b) + heldM3K(back.parcels, b);
  return held * jPerM3K;
}
