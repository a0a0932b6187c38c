/** A case as the network that is solved. Junctions keep their order, links theirs: pipes, valves, pumps, controls. */
import { fail, type Problem, problem, type Result, succeed, warning } from '../../kernel';
import {
  checkPipeNetwork,
  constantLiquid,
  createPipeNetwork,
  type Fluid,
  type FrictionModel,
  LinkKind,
  type PipeNetwork,
  type PumpCurve,
} from '../../networks/pipes';
import { pumpCurveOf, pumpTypes } from './pump-types';
import type { PandapipesCase } from './read-case';

const BAR = 1e5;
/** Of methane; the format has none, and only holes ask. */
const ISENTROPIC_EXPONENT = 1.31;

/** `friction` overrules the file's own. */
export function buildPandapipesNetwork(of: PandapipesCase, friction?: FrictionModel): Result<PipeNetwork> {
  const problems: Problem[] = [];
  const model = friction ?? (of.friction === 'prandtl-colebrook' ? 'colebrook' : of.friction);
  if (model === undefined) {
    const message = 'names no law of friction that is understood here; name one beside the file';
    return fail([problem('pandapipes.friction', ['friction'], message)]);
  }
  const curves: PumpCurve[] = [];
  const curveOf = new Map<string, number>();
  const network = createPipeNetwork({
    nodeCount: of.junctions.length,
    linkCount: of.links.length,
    fluid: fluidOf(of),
    friction: model,
    curves,
  });
  const { nodes, links } = network;
  of.junctions.forEach((junction, n) => {
    nodes.heightM[n] = junction.heightM;
  });
  for (const { table, row, junction, value, inService } of of.exchanges) {
    if (!inService) continue;
    if (!of.junctions[junction].inService) {
      problems.push(
        warning('pandapipes.out-of-service', [table, row, 'junction'], 'is out of service; this is passed over'),
      );
    } else if (table !== 'ext_grid') {
      nodes.withdrawalKgPerS[junction] += table === 'sink' ? value : -value;
    } else if (nodes.isHeld[junction] !== 0 && nodes.heldPressurePa[junction] !== value * BAR) {
      problems.push(
        problem('pandapipes.held-twice', [table, row, 'p_bar'], 'another grid holds another pressure at this junction'),
      );
    } else {
      nodes.isHeld[junction] = 1;
      nodes.heldPressurePa[junction] = value * BAR;
    }
  }
  of.links.forEach((link, i) => {
    const [from, to] = [of.junctions[link.from], of.junctions[link.to]];
    links.from[i] = link.from;
    links.to[i] = link.to;
    links.isOpen[i] = link.inService && link.isOpen && from.inService && to.inService ? 1 : 0;
    links.lengthM[i] = link.lengthM;
    links.diameterM[i] = link.diameterM;
    links.roughnessM[i] = link.roughnessM;
    links.lossCoefficient[i] = link.lossCoefficient;
    links.temperatureK[i] = 0.5 * (from.fluidK + to.fluidK);
    links.kind[i] = LinkKind[link.table === 'pipe' ? 'pipe' : 'valve'];
    if (link.table === 'press_control' || link.table === 'flow_control') {
      if (links.diameterM[i] === 0) links.diameterM[i] = 0.1; // an open valve without loss: any will do
      if (!link.isControlling) return;
      const holds = link.table === 'press_control';
      links.kind[i] = holds ? LinkKind.pressureControl : LinkKind.flowControl;
      links.setting[i] = holds ? link.controlledBar * BAR : link.controlledKgPerS;
    } else if (link.pumpType !== undefined) {
      links.kind[i] = LinkKind.pump;
      let at = curveOf.get(link.pumpType);
      if (at === undefined) {
        const curve = pumpCurveOf(link.pumpType);
        if (curve === undefined) {
          const message = `met ${JSON.stringify(link.pumpType)}, expected one of ${pumpTypes.join(', ')}`;
          problems.push(problem('pandapipes.pump-type', ['pump', link.row, 'std_type'], message));
          return;
        }
        at = curves.push(curve) - 1;
        curveOf.set(link.pumpType, at);
      }
      links.curve[i] = at;
    }
  });
  if (!problems.some(({ severity }) => severity === 'error')) {
    problems.push(
      ...checkPipeNetwork(network, {
        node: (n, field) => ['junction', n, ...columnOf(field)],
        link: (i, field) => [of.links[i].table, of.links[i].row, ...columnOf(field)],
      }),
    );
  }
  return problems.some(({ severity }) => severity === 'error') ? fail(problems) : succeed(network, problems);
}

/** The file's name of a field of the network. */
const columns: Readonly<Record<string, string>> = {
  heightM: 'height_m',
  heldPressurePa: 'p_bar',
  from: 'from_junction',
  to: 'to_junction',
  lengthM: 'length_km',
  diameterM: 'diameter_m',
  roughnessM: 'k_mm',
  lossCoefficient: 'loss_coefficient',
  temperatureK: 'tfluid_k',
  curve: 'std_type',
  setting: 'controlled_p_bar',
};

const columnOf = (field: string): string[] => (field === '' ? [] : [columns[field] ?? field]);

function fluidOf({ fluid }: PandapipesCase): Fluid {
  if (fluid.phase === 'liquid') return constantLiquid(fluid.densityKgPerM3, fluid.viscosityPaS);
  return {
    phase: 'gas',
    normalDensityKgPerM3: fluid.densityKgPerM3,
    viscosityPaS: fluid.viscosityPaS,
    compressibility: { offset: fluid.compressibility.offset, slopePerPa: fluid.compressibility.slopePerBar / BAR },
    isentropicExponent: ISENTROPIC_EXPONENT,
    law: 'squares',
  };
}
