/** `powerflow`: the voltages, flows and losses of one electrical network, as its file says it stands. */
import { performance } from 'node:perf_hooks';
import { problem } from '../../../kernel';
import {
  createPowerFlow,
  type Outage,
  type PowerOutcome,
  type SolveSettings,
  screenOutages,
  searchConfiguration,
} from '../../../networks/power';
import type { Arguments } from '../arguments';
import type { Answer, Context } from '../context';
import { configurationDocument, documentOf, outageDocument, type PowerDocument } from '../power/document';
import { type NamedNetwork, openNetwork } from '../power/named-network';
import { printProblems } from '../print-problems';
import { Interrupted, Refusal, refuse } from '../refusal';

/** Repeated solves are timed for this long, and at least so often. */
const TIMING_MS = 600;
const LEAST_SOLVES = 31;
const MOST_SOLVES = 2_001;
/** Power flows that a reconfiguration may take. */
const MOST_TRIALS = 20_000;
const REST_MS = 50;

export async function performPowerflow(given: Arguments, context: Context): Promise<Answer> {
  const method = given.text('method') ?? 'auto';
  if (method !== 'auto' && method !== 'newton' && method !== 'sweep') {
    const met = JSON.stringify(method.slice(0, 80));
    throw new Refusal([problem('call.bad-value', [], `--method: met ${met}, expected auto, newton or sweep`)]);
  }
  const named = await openNetwork(given.operands[0], context);
  const settings: SolveSettings = { method, start: 'given' };
  const flow = createPowerFlow(named.network);
  const outcome = flow.solve(settings);
  const meshed = outcome.islands.find(({ state }) => state === 'not-radial');
  if (meshed !== undefined) {
    const bus = named.busIds[meshed.island.buses[0]];
    const why = `the island of bus ${bus} has a loop, or holds a voltage at a bus that is no source: not for the sweep`;
    throw refuse('powerflow.not-radial', why);
  }
  const times: number[] = [];
  const began = performance.now();
  while (times.length < LEAST_SOLVES || (performance.now() - began < TIMING_MS && times.length < MOST_SOLVES)) {
    const from = performance.now();
    flow.solve(settings);
    times.push(performance.now() - from);
  }
  const middle = times.sort((a, b) => a - b)[times.length >> 1];
  const document = documentOf(named, flow, outcome, middle, times.length);
  const lossBefore = flow.losses().seriesP;
  const searched = given.flag('reconfigure') ? await search(named, lossBefore, context) : undefined;
  const screened = given.flag('n-1') ? await screen(named, outcome, context) : undefined;
  return {
    document: {
      case: named.name,
      ...document,
      ...(screened && { outages: screened.outages, screening: screened.figures }),
      ...(searched && { reconfiguration: searched }),
      problems: named.warnings,
    },
    text: [
      ...(named.warnings.length > 0 ? [printProblems(named.warnings).trimEnd()] : []),
      tableOf(named.name, document),
      ...(screened ? [outagesTable(screened)] : []),
      ...(searched ? [configurationWords(searched)] : []),
    ].join('\n\n'),
    exitCode: outcome.state === 'diverged' || searched === null ? 1 : 0,
  };
}

/** Lets others have the thread now and then: the bar moves and Ctrl-C is heard. */
async function drain<Step, Result>(
  work: Iterator<Step, Result>,
  show: (step: Step, steps: number) => void,
  context: Context,
): Promise<Result> {
  let rested = performance.now();
  for (let steps = 0; ; steps++) {
    const next = work.next();
    if (next.done) return next.value;
    show(next.value, steps);
    if (performance.now() - rested < REST_MS) continue;
    await new Promise((resume) => setImmediate(resume));
    if (context.signal.aborted) throw new Interrupted();
    rested = performance.now();
  }
}

async function search(named: NamedNetwork, lossBefore: number, context: Context) {
  const from = performance.now();
  const show = (trials: number) =>
    context.progress.show(trials / MOST_TRIALS, `reconfiguration, ${trials} power flows`);
  const found = await drain(searchConfiguration(named.network, { mostTrials: MOST_TRIALS }), show, context);
  return found === undefined ? null : configurationDocument(named, found, lossBefore, performance.now() - from);
}

async function screen(named: NamedNetwork, whole: PowerOutcome, context: Context) {
  if (whole.state === 'diverged') return { outages: [], figures: { outages: 0, islanding: 0, diverged: 0, ms: 0 } };
  const from = performance.now();
  const outages: Outage[] = [];
  const show = (outage: Outage) => {
    outages.push(outage);
    context.progress.show(outage.branch / named.network.branchCount, `${outages.length} outages`);
  };
  await drain(screenOutages(named.network), show, context);
  const ms = performance.now() - from;
  const islanding = outages.filter(({ splits }) => splits).length;
  const diverged = outages.filter(({ state }) => state === 'diverged').length;
  return {
    outages: outages.map((outage) => outageDocument(named, outage)),
    figures: { outages: outages.length, islanding, diverged, ms },
  };
}

function rowsOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, i) => rows.reduce((most, row) => Math.max(most, row[i].length), title.length));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, i) => cell.padStart(widths[i]))
      .join('  ')
      .trimEnd();
  return [head, ...rows].map(line).join('\n');
}

const loadingWords = (loading: number | null) => (loading === null ? '–' : `${(100 * loading).toFixed(1)} %`);

function tableOf(name: string, document: PowerDocument): string {
  const { state, iterations, method, lossMw, lossMvar, msMedian, solves, divergedAt, deadBuses } = document;
  const lines = [
    `${name}: ${state} after ${iterations} iterations (${method || 'nothing to solve'}), ${msMedian.toFixed(4)} ms (median of ${solves} repeated solves)`,
    `series losses ${lossMw.toFixed(6)} MW, ${lossMvar.toFixed(6)} Mvar; charging ${document.chargingMvar.toFixed(6)} Mvar; shunts ${document.shuntMw.toFixed(6)} MW, ${document.shuntMvar.toFixed(6)} Mvar`,
    ...(divergedAt ?? []).map(
      ({ bus, mismatchMva, buses }) =>
        `NO SOLUTION in an island of ${buses} buses: worst at bus ${bus}, ${mismatchMva === null ? 'beyond all numbers' : `${mismatchMva.toExponential(3)} MVA missing`}`,
    ),
    ...(deadBuses ? [`without a source: ${deadBuses.join(', ')}`] : []),
  ];
  const buses = document.buses.map(({ id, vmPu, vaDeg, dead }) => [
    id,
    dead ? 'dead' : vmPu.toFixed(6),
    dead ? '' : vaDeg.toFixed(4),
  ]);
  const branches = document.branches.map((each) => [
    each.from,
    each.to,
    ...[each.pFromMw, each.qFromMvar, each.pToMw, each.qToMvar].map((value) => value.toFixed(4)),
    each.open ? 'open' : loadingWords(each.loading),
  ]);
  return [
    lines.join('\n'),
    rowsOf(['bus', 'p.u.', 'degrees'], buses),
    rowsOf(['from', 'to', 'MW', 'Mvar', 'MW at to', 'Mvar at to', 'loading'], branches),
  ].join('\n\n');
}

function outagesTable({ outages, figures }: Awaited<ReturnType<typeof screen>>): string {
  const rows = outages.map((each) => [
    each.name,
    each.state,
    each.lossMw === null ? '–' : each.lossMw.toFixed(4),
    each.lowestVmPu === null ? '–' : `${each.lowestVmPu.toFixed(4)} at ${each.lowestBus}`,
    each.mostLoading === null ? '–' : `${loadingWords(each.mostLoading)} ${each.mostLoaded}`,
    each.deadBuses ? `dead: ${each.deadBuses.join(', ')}` : '',
  ]);
  return [
    `${figures.outages} outages in ${figures.ms.toFixed(0)} ms, ${figures.islanding} split the network, ${figures.diverged} have no solution`,
    rowsOf(['outage', 'state', 'MW lost', 'lowest p.u.', 'most loaded', ''], rows),
  ].join('\n');
}

function configurationWords(found: Awaited<ReturnType<typeof search>>): string {
  if (found === null) return 'no configuration: even with all switches closed there is no solution';
  const kind = found.radial ? 'radial' : 'as radial as its switches allow';
  return [
    `${kind} configuration of least losses found: ${(1000 * found.lossMw).toFixed(4)} kW (${(1000 * found.lossBeforeMw).toFixed(4)} kW before), ${found.trials} power flows, ${found.ms.toFixed(0)} ms${found.complete ? '' : '; stopped at the most trials'}`,
    `open: ${found.open.join(', ') || 'none'}`,
    `to open: ${found.toOpen.join(', ') || 'none'}; to close: ${found.toClose.join(', ') || 'none'}`,
  ].join('\n');
}
