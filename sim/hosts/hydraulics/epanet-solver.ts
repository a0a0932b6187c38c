import type { PressureNetwork, PressureSnapshot, PressureSolution, PressureSolver } from '../../kernel';
import { type Engine, FRESH_FLOWS, LAST_WARNING, LINK, NODE, NOT_BALANCED, OPTION, Project } from './engine';
import { inpOf, LITRES } from './inp-of-network';

/** Networks kept between solves, the last ones used: the whole, and with the pipes that are burst just now. */
const MOST_KEPT = 4;

interface Kept {
  readonly network: PressureNetwork;
  readonly project: Project;
}

/**
 * EPANET behind our own face. A network is passed once and kept for as long as questions come with the same one; after
 * that only what a snapshot says is written. Before every solve statuses, settings and flows begin anew, so that an
 * answer depends on network and snapshot alone: a run that is resumed goes on as if it had never stopped.
 */
export class EpanetSolver implements PressureSolver {
  readonly #engine: Engine;
  #kept: Kept[] = [];

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  solve(network: PressureNetwork, snapshot: PressureSnapshot): PressureSolution {
    const project = this.#projectOf(network);
    const inner = network.heightM.length;
    const pipes = network.pipeFrom.length;
    const pumps = network.pumpFrom.length;
    const { demandM3PerS, openingM3PerS, heldHeadM, pipeIsOpen, pumpSpeed } = snapshot;
    for (let n = 0; n < inner; n++) {
      project.setNode(n + 1, NODE.baseDemand, LITRES * demandM3PerS[n]);
      project.setNode(n + 1, NODE.emitter, LITRES * openingM3PerS[n]);
    }
    for (let k = 0; k < network.heldCount; k++) project.setNode(inner + k + 1, NODE.elevation, heldHeadM[k]);
    for (let i = 0; i < pipes; i++) project.setLink(i + 1, LINK.initStatus, pipeIsOpen[i]);
    for (let j = 0; j < pumps; j++) {
      project.setLink(pipes + j + 1, LINK.initSetting, pumpSpeed[j]);
      project.setLink(pipes + j + 1, LINK.initStatus, pumpSpeed[j] > 0 ? 1 : 0);
    }
    project.must(project.initHydraulics(FRESH_FLOWS));
    const code = project.runHydraulics();
    const nodes = inner + network.heldCount;
    const links = pipes + pumps;
    const headM = project.nodes(NODE.head, nodes).slice(0, inner);
    const escaped = project.nodes(NODE.emitterFlow, nodes).slice(0, inner);
    const served = project.nodes(NODE.demandFlow, nodes).slice(0, inner);
    const flow = project.links(LINK.flow, links);
    return {
      state: code > LAST_WARNING ? 'failed' : code === NOT_BALANCED ? 'unbalanced' : 'solved',
      headM,
      servedM3PerS: served.map((litres) => litres / LITRES),
      escapedM3PerS: escaped.map((litres) => litres / LITRES),
      pipeM3PerS: Float64Array.from(flow.subarray(0, pipes), (litres) => litres / LITRES),
      pumpM3PerS: Float64Array.from(flow.subarray(pipes, links), (litres) => litres / LITRES),
    };
  }

  /** Gives back what the kept networks hold outside of JavaScript's own memory. */
  dispose(): void {
    for (const { project } of this.#kept) project.close();
    this.#kept = [];
  }

  #projectOf(network: PressureNetwork): Project {
    const at = this.#kept.findIndex((each) => isSameNetwork(each.network, network));
    const kept = at < 0 ? this.#keep(network) : this.#kept.splice(at, 1)[0];
    this.#kept.unshift(kept);
    for (const { project } of this.#kept.splice(MOST_KEPT)) project.close();
    return kept.project;
  }

  #keep(network: PressureNetwork): Kept {
    const project = new Project(this.#engine);
    project.must(project.open(inpOf(network)));
    // Nothing is drawn in through a hole where the pressure is below the air's.
    project.setOption(OPTION.emitterBackflow, 0);
    project.must(project.openHydraulics());
    return { network, project };
  }
}

const columns = [
  'heightM',
  'pipeFrom',
  'pipeTo',
  'pipeLengthM',
  'pipeDiameterM',
  'pipeRoughnessM',
  'pumpFrom',
  'pumpTo',
  'pumpHeadM',
  'pumpFlowM3PerS',
] as const satisfies readonly (keyof PressureNetwork)[];

/** By what they hold: a question that comes as bytes makes its arrays anew. */
function isSameNetwork(a: PressureNetwork, b: PressureNetwork): boolean {
  if (a === b) return true;
  if (a.heldCount !== b.heldCount) return false;
  if (a.leastPressureM !== b.leastPressureM || a.servicePressureM !== b.servicePressureM) return false;
  for (const name of columns) {
    const [of, other] = [a[name], b[name]];
    if (of.length !== other.length) return false;
    for (let i = 0; i < of.length; i++) if (of[i] !== other[i]) return false;
  }
  return true;
}
