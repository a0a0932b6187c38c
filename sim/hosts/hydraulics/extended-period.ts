/** The whole period of a file of EPANET's format, moment by moment, as its own clock, controls and rules go. */
import { COUNT, type Engine, FRESH_FLOWS, LAST_WARNING, LINK, NODE, NOT_BALANCED, Project } from './engine';

export interface Burst {
  readonly node: string;
  /** Escapes by the root of the pressure, in the file's own units. */
  readonly coefficient: number;
}

export interface ExtendedOptions {
  readonly bursts?: readonly Burst[];
  /** Wagner's demands, in the file's own units of pressure. */
  readonly pressureDriven?: { readonly least: number; readonly service: number };
}

export interface Moment {
  readonly seconds: number;
  readonly headOf: Float64Array;
  readonly flowOf: Float64Array;
  readonly pressureOf: Float64Array;
  readonly demandOf: Float64Array;
}

export interface ExtendedPeriod {
  readonly nodes: readonly string[];
  readonly links: readonly string[];
  readonly moments: readonly Moment[];
  /** At these the engine did not settle, and what else it had to remark, by its codes. */
  readonly unbalanced: readonly number[];
  readonly remarks: Readonly<Record<number, number>>;
  readonly solveMs: number;
}

/** What the engine refused a file or a moment with. */
export class EngineRefusal extends Error {
  readonly code: number;
  readonly report: string;
  readonly whileReading: boolean;
  constructor(code: number, message: string, report: string, whileReading: boolean) {
    super(message);
    this.code = code;
    this.whileReading = whileReading;
    this.report = report;
  }
}

export function runExtendedPeriod(
  engine: Engine,
  inp: string,
  { bursts = [], pressureDriven }: ExtendedOptions,
  now: () => number,
): ExtendedPeriod {
  const project = new Project(engine);
  try {
    let isRead = false;
    const expectFine = (code: number) => {
      if (code > LAST_WARNING) throw new EngineRefusal(code, project.messageOf(code), project.closingReport(), !isRead);
    };
    expectFine(project.open(inp));
    for (const { node, coefficient } of bursts) project.setNode(project.nodeIndex(node), NODE.emitter, coefficient);
    if (pressureDriven) project.setPressureDriven(pressureDriven.least, pressureDriven.service, 0.5);
    const nodeCount = project.count(COUNT.nodes);
    const linkCount = project.count(COUNT.links);
    const nodes = Array.from({ length: nodeCount }, (_, n) => project.nodeId(n + 1));
    const links = Array.from({ length: linkCount }, (_, i) => project.linkId(i + 1));
    const moments: Moment[] = [];
    const unbalanced: number[] = [];
    const remarks: Record<number, number> = {};
    let solveMs = 0;
    expectFine(project.openHydraulics());
    expectFine(project.initHydraulics(FRESH_FLOWS));
    isRead = true;
    for (;;) {
      const before = now();
      const code = project.runHydraulics();
      const seconds = project.lastNumber;
      expectFine(code);
      if (code > 0) remarks[code] = (remarks[code] ?? 0) + 1;
      if (code === NOT_BALANCED) unbalanced.push(seconds);
      moments.push({
        seconds,
        headOf: project.nodes(NODE.head, nodeCount).slice(),
        flowOf: project.links(LINK.flow, linkCount).slice(),
        pressureOf: project.nodes(NODE.pressure, nodeCount).slice(),
        demandOf: project.nodes(NODE.demand, nodeCount).slice(),
      });
      expectFine(project.nextHydraulics());
      const left = project.lastNumber;
      solveMs += now() - before;
      if (left <= 0) break;
    }
    return { nodes, links, moments, unbalanced, remarks, solveMs };
  } finally {
    project.close();
  }
}
