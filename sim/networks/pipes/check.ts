/** What a network must be before it is solved; every fault with the path that its owner gives to nodes and links. */
import { type Problem, problem } from '../../kernel';
import { compressibilityAt, NORMAL_PRESSURE_PA } from './fluid';
import { LinkKind, type PipeNetwork } from './network';
import { evaluatePumpCurve } from './pump-curve';
import { regulatorLoops } from './regulator-loops';

type Path = readonly (string | number)[];

/** Where a node's or link's field stands in what its owner reads; '' for the row itself. */
export interface PathsOf {
  node(n: number, field: string): Path;
  link(i: number, field: string): Path;
}

const within = (row: Path, field: string): Path => (field === '' ? row : [...row, field]);
const byTable: PathsOf = {
  node: (n, field) => within(['nodes', n], field),
  link: (i, field) => within(['links', i], field),
};

const WIDEST_M = 20;
const HIGHEST_M = 9_000;
const LOWEST_M = -1_000;

export function checkPipeNetwork(network: PipeNetwork, paths: PathsOf = byTable): Problem[] {
  const problems: Problem[] = [];
  const wrong = (code: string, path: Path, message: string) =>
    problems.push(problem(`pipes.${code}`, [...path], message));
  checkNodes(network, paths, wrong);
  checkLinks(network, paths, wrong);
  if (problems.length > 0) return problems;
  if (!network.nodes.isHeld.includes(1))
    wrong('no-source', [], 'no node’s pressure is held: nothing feeds the network');
  for (const loop of regulatorLoops(network)) {
    const others = loop.map((i) => paths.link(i, '').join('.')).join(', ');
    for (const i of loop) wrong('regulator-loop', paths.link(i, ''), `is one of a loop of regulators: ${others}`);
  }
  return problems;
}

type Wrong = (code: string, path: Path, message: string) => void;

function checkNodes({ nodes, fluid }: PipeNetwork, paths: PathsOf, wrong: Wrong): void {
  for (let n = 0; n < nodes.count; n++) {
    const at = (field: string) => paths.node(n, field);
    const height = nodes.heightM[n];
    if (!(height >= LOWEST_M && height <= HIGHEST_M)) {
      wrong('height', at('heightM'), `met ${height}, expected metres from ${LOWEST_M} to ${HIGHEST_M}`);
    }
    if (!Number.isFinite(nodes.withdrawalKgPerS[n])) {
      wrong('withdrawal', at('withdrawalKgPerS'), `met ${nodes.withdrawalKgPerS[n]}, expected a number`);
    }
    if (!(nodes.minimumPressurePa[n] >= 0 && nodes.minimumPressurePa[n] < Number.POSITIVE_INFINITY)) {
      wrong('minimum-pressure', at('minimumPressurePa'), `met ${nodes.minimumPressurePa[n]}, expected a number from 0`);
    }
    if (!(nodes.leakAreaM2[n] >= 0 && nodes.leakAreaM2[n] < 100)) {
      wrong('leak', at('leakAreaM2'), `met ${nodes.leakAreaM2[n]}, expected square metres from 0`);
    }
    if (nodes.isHeld[n] === 0) continue;
    const pressure = nodes.heldPressurePa[n];
    if (!(pressure > -NORMAL_PRESSURE_PA && pressure < 1e9)) {
      wrong('held-pressure', at('heldPressurePa'), `met ${pressure}, expected Pa above vacuum`);
    } else if (
      fluid.phase === 'gas' &&
      !(compressibilityAt(fluid.compressibility, pressure + NORMAL_PRESSURE_PA) > 0.2)
    ) {
      wrong('compressibility', at('heldPressurePa'), `${pressure} Pa is beyond what the gas’s line of K is good for`);
    }
  }
}

function checkLinks({ nodes, links, curves, fluid }: PipeNetwork, paths: PathsOf, wrong: Wrong): void {
  const curveSlope = new Float64Array(2);
  for (let i = 0; i < links.count; i++) {
    const at = (field: string) => paths.link(i, field);
    const kind = links.kind[i];
    const ends = [links.from[i], links.to[i]];
    const fields = ['from', 'to'] as const;
    ends.forEach((n, end) => {
      if (!(n >= 0 && n < nodes.count))
        wrong('unknown-node', at(fields[end]), `met ${n}, expected a node below ${nodes.count}`);
    });
    if (ends[0] === ends[1]) wrong('same-ends', at('to'), 'leads from a node to itself');
    const diameter = links.diameterM[i];
    const needsDiameter = kind === LinkKind.pipe || kind === LinkKind.valve || kind === LinkKind.checkValve;
    if (!(diameter <= WIDEST_M && (needsDiameter ? diameter > 0 : diameter >= 0))) {
      wrong('diameter', at('diameterM'), `met ${diameter}, expected metres above 0, at most ${WIDEST_M}`);
    }
    if (kind === LinkKind.pipe && !(links.lengthM[i] > 0 && links.lengthM[i] < 1e7)) {
      wrong('length', at('lengthM'), `met ${links.lengthM[i]}, expected metres above 0`);
    }
    if (kind === LinkKind.pipe && !(links.roughnessM[i] >= 0 && links.roughnessM[i] < diameter / 2)) {
      wrong('roughness', at('roughnessM'), `met ${links.roughnessM[i]}, expected metres from 0, less than the radius`);
    }
    if (!(links.lossCoefficient[i] >= 0 && links.lossCoefficient[i] < 1e12)) {
      wrong('loss-coefficient', at('lossCoefficient'), `met ${links.lossCoefficient[i]}, expected a number from 0`);
    }
    if (!(links.temperatureK[i] > 200 && links.temperatureK[i] < 700)) {
      wrong('temperature', at('temperatureK'), `met ${links.temperatureK[i]}, expected kelvin from 200 to 700`);
    }
    if (kind === LinkKind.pump) {
      const curve = curves[links.curve[i]];
      if (curve === undefined || !curve.coefficients.every(Number.isFinite)) {
        wrong('pump-curve', at('curve'), 'has no curve of lift over flow');
      } else {
        evaluatePumpCurve(curve, 0, curveSlope);
        if (!(curveSlope[0] > 0)) wrong('pump-curve', at('curve'), 'lifts nothing at no flow');
      }
    }
    const holds = kind === LinkKind.regulator || kind === LinkKind.pressureControl;
    if ((holds || kind === LinkKind.flowControl) && !Number.isFinite(links.setting[i])) {
      wrong('setting', at('setting'), `met ${links.setting[i]}, expected a number`);
    } else if (holds && !(links.setting[i] > -NORMAL_PRESSURE_PA)) {
      wrong('setting', at('setting'), `met ${links.setting[i]} Pa, expected a pressure above vacuum`);
    } else if (holds && fluid.phase === 'gas' && !(compressibilityAt(fluid.compressibility, links.setting[i]) > 0.2)) {
      wrong('compressibility', at('setting'), `${links.setting[i]} Pa is beyond what the gas’s line of K is good for`);
    }
    if (holds && nodes.isHeld[links.to[i]] === 1) {
      wrong('held-twice', at('to'), 'holds the pressure of a node whose pressure is held from outside');
    }
  }
}
