/** A hundred thousand vehicles: what they cost, how much room they take, how long saving takes. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { trafficDomain } from '../../../sim/domains/traffic';
import { createEngine, resumeEngine } from '../../../sim/runtime';
import { defaultScenario } from '../../../sim/scenarios';
import type { CompiledScene } from '../../../sim/scene';
import type { AcceptLine, AcceptTools } from '../line';
import { answer } from './cityloom';
import { largeGrid } from './large-grid';

const FEW = { blocks: 10, vehicles: 2_000 };
const MANY = { blocks: 64, vehicles: 100_000 };
const WARM_S = 60;
const MEASURED_S = 240;

interface Size {
  readonly blocks: number;
  readonly vehicles: number;
}

function writeScene(tools: AcceptTools, { blocks, vehicles }: Size): string {
  const folder = join(tools.scratch, `grid-${vehicles}`);
  mkdirSync(folder, { recursive: true });
  const { manifest, roads, demand } = largeGrid(blocks, vehicles).scene;
  for (const [name, part] of [
    ['scene.json', manifest],
    ['roads.json', roads],
    ['demand.json', demand],
  ] as const)
    writeFileSync(join(folder, name), JSON.stringify(part));
  return folder;
}

/** Two runs, of which one is longer: what lies between is the running alone, loading and starting left out. */
function measureSize(tools: AcceptTools, size: Size) {
  tools.say(`${size.vehicles} vehicles on ${size.blocks} × ${size.blocks} blocks`);
  const folder = writeScene(tools, size);
  const run = (seconds: number) => answer(tools, 'run', folder, '--seed', '7', '--until', String(seconds)).document;
  const [short, long] = [run(WARM_S), run(WARM_S + MEASURED_S)];
  const between = (figure: string) => long.performance[figure] - short.performance[figure];
  return {
    running: long.totals['traffic.trips-running'].value as number,
    realTimeFactor: MEASURED_S / between('wallSeconds'),
    nanosecondsEach: (1e9 * between('cpuSeconds')) / between('vehicleUpdates'),
    peakRssMb: long.performance.peakRssMb as number,
  };
}

export const scale: AcceptLine = {
  name: 'scale',
  goal: '100,000 running vehicles at ≥ 5 × real time; ≤ 400 MB; cost per vehicle at 100,000 at most 2.5 times that at 2,000',
  async measure(tools) {
    const few = measureSize(tools, FEW);
    const many = measureSize(tools, MANY);
    const ratio = many.nanosecondsEach / few.nanosecondsEach;
    return {
      held: many.running >= MANY.vehicles && many.realTimeFactor >= 5 && many.peakRssMb <= 400 && ratio <= 2.5,
      reached: `${many.running} running at ${many.realTimeFactor.toFixed(1)} × real time, ${many.peakRssMb.toFixed(0)} MB at most; ${many.nanosecondsEach.toFixed(0)} ns an update, ${ratio.toFixed(2)} times that of ${few.running} (${few.nanosecondsEach.toFixed(0)} ns)`,
      how: `signalised grids with some 17 vehicles a kilometre of lane, cityloom run as a process of its own; ${MEASURED_S} s after the first ${WARM_S}`,
    };
  },
};

const MOST_SAVE_MS = 100;

export const saving: AcceptLine = {
  name: 'save, load, step on',
  goal: 'bit-identical; 100,000 vehicles saved in ≤ 100 ms',
  async measure(tools) {
    tools.say('a hundred thousand vehicles, saved and gone on');
    const scene = largeGrid(MANY.blocks, MANY.vehicles);
    const open = (of: CompiledScene) => ({
      scene: of,
      scenario: { ...defaultScenario(of.id), seed: 7, durationSeconds: 3_600 },
      domains: [trafficDomain],
    });
    const engine = createEngine(open(scene));
    engine.runTo(WARM_S);
    const vehicles = engine.measure()['traffic.trips-running'];
    const dropped = [engine.saveState(), engine.saveState()];
    const kept = medianOfNine(() => dropped.push(engine.saveState(dropped.shift()?.buffer)));
    const whole = medianOfNine(() => engine.save());
    const saved = engine.save();
    engine.runTo(2 * WARM_S);
    const resumed = resumeEngine(open(scene), saved);
    if (!resumed.ok) throw new Error(resumed.problems[0].message);
    resumed.value.runTo(2 * WARM_S);
    const same = engine.finalHash() === resumed.value.finalHash();
    return {
      held: same && kept <= MOST_SAVE_MS && (vehicles ?? 0) >= MANY.vehicles,
      reached: `${same ? 'bit-identical' : 'different'} after ${WARM_S} s more; ${vehicles} vehicles saved in ${kept.toFixed(0)} ms (${saved.byteLength} bytes), with checksum into new memory in ${whole.toFixed(0)} ms`,
      how: 'the engine in this process, medians of nine: as checkpoints are saved, into the memory of one that went, and as a file is; the whole state’s hash of the run that went straight on and of the one that was loaded',
    };
  },
};

function medianOfNine(perform: () => unknown): number {
  const milliseconds = Array.from({ length: 9 }, () => {
    const before = performance.now();
    perform();
    return performance.now() - before;
  });
  return milliseconds.sort((a, b) => a - b)[4];
}
