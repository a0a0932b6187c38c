/** What is broken in galleries and pipes is refused by name and path, by the command line as anyone calls it. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultScenario } from '../../../sim/scenarios';
import type { AcceptLine, AcceptTools } from '../line';
import { cityloom } from '../traffic/cityloom';

const SCENE = 'tiny/crossing';
type Json = ReturnType<typeof JSON.parse>;

interface Broken {
  readonly what: string;
  readonly file: string;
  /** Changes the file's value; of a scenario, its leak. */
  readonly breaks: (value: Json) => void;
  readonly code: string;
  /** Within the file; it may depend on what stands where. */
  readonly path: string | ((value: Json) => string);
}

/** Of the first gallery: compartments gas, power, integrated, in this order. */
const gas = (value: Json): Json => value.galleries[0].compartments[0];
const GAS = 'galleries.0.compartments.0';
const firstOf = (value: Json, wanted: string): number =>
  gas(value).equipment.findIndex(({ kind }: Json) => kind === wanted);

const inScene: readonly Broken[] = [
  {
    what: 'a gallery without outlet',
    file: 'galleries.json',
    breaks: (value) => {
      gas(value).shafts = gas(value).shafts.filter(({ kind }: Json) => kind === 'inlet');
    },
    code: 'scene.no-outlet',
    path: `${GAS}.sections.0`,
  },
  {
    what: 'a pipe that leads nowhere',
    file: 'gas.json',
    breaks: (value) => {
      value.pipes[0].to = 'nowhere';
    },
    code: 'scene.unknown-gas-node',
    path: 'pipes.0.to',
  },
  {
    what: 'a pipe that leads to itself',
    file: 'water.json',
    breaks: (value) => {
      value.pipes[0].to = value.pipes[0].from;
    },
    code: 'scene.leads-nowhere',
    path: 'pipes.0.to',
  },
  {
    what: 'a sump further below its outfall than its pump lifts',
    file: 'galleries.json',
    breaks: (value) => {
      gas(value).equipment[firstOf(value, 'sump-pump')].headM = 5;
    },
    code: 'scene.sump-below-outfall',
    path: (value) => `${GAS}.equipment.${firstOf(value, 'sump-pump')}.headM`,
  },
  {
    what: 'a sump below its outfall without a pump',
    file: 'galleries.json',
    breaks: (value) => {
      gas(value).equipment = gas(value).equipment.filter(({ kind }: Json) => kind !== 'sump-pump');
    },
    code: 'scene.sump-below-outfall',
    path: `${GAS}.sections.0.sumpM3`,
  },
  {
    what: 'a detector outside its section',
    file: 'galleries.json',
    breaks: (value) => {
      gas(value).sections[0].fromM = 60;
    },
    code: 'scene.off-section',
    path: (value) => `${GAS}.equipment.${firstOf(value, 'gas-detector')}.atM`,
  },
  {
    what: 'a section of 400 m',
    file: 'galleries.json',
    breaks: (value) => {
      gas(value).sections = [{ ...gas(value).sections[0], toM: 400 }];
    },
    code: 'scene.section-length',
    path: `${GAS}.sections.0`,
  },
  {
    what: 'heat beside power cables',
    file: 'heat.json',
    breaks: (value) => {
      value.loops[0].pipes[0].compartment = 'gallery.power';
    },
    code: 'scene.compartment-mix',
    path: 'loops.0.pipes.0.compartment',
  },
];

const leakOf = (value: Json): Json => value.interventions[0];
const inScenario: readonly Broken[] = [
  {
    what: 'a negative hole',
    file: 'scenario.json',
    breaks: (value) => {
      leakOf(value).settings.hole = -8;
    },
    code: 'intervention.range',
    path: 'interventions.0.settings.hole',
  },
  {
    what: 'a hole where no main lies',
    file: 'scenario.json',
    breaks: (value) => {
      leakOf(value).targets = ['gallery.power/1'];
    },
    code: 'intervention.no-gas-main',
    path: 'interventions.0.targets.0',
  },
  {
    what: 'a hole in a section that is not there',
    file: 'scenario.json',
    breaks: (value) => {
      leakOf(value).targets = ['gallery.gas/9'];
    },
    code: 'intervention.unknown-element',
    path: 'interventions.0.targets.0',
  },
];

export const badInput: AcceptLine = {
  name: 'broken galleries, pipes and holes',
  goal: 'a gallery without outlet, a pipe that leads nowhere, a sump below its outfall, a detector outside its section, a negative hole: refused by name and path, exit code 2',
  async measure(tools) {
    const told: string[] = [];
    const wrong: string[] = [];
    const look = (each: Broken, path: string, wanted: string) => {
      const { status, document } = cityloom(tools, 'validate', path);
      const found = (document.problems as { code: string; path: (string | number)[]; message: string }[]).find(
        (one) => one.code === each.code && isAt(one.path, each.file, wanted),
      );
      if (status === 2 && found !== undefined) told.push(`${each.what}: ${found.code} at ${found.path.join('.')}`);
      else wrong.push(`${each.what}: exit ${status}, ${JSON.stringify(document.problems).slice(0, 300)}`);
    };
    const folder = join(tools.scratch, 'broken-crossing');
    for (const each of inScene) {
      copyScene(tools, folder);
      look(each, folder, edit(join(folder, each.file), each));
    }
    const scenario = join(tools.scratch, 'scenario.json');
    const sound = {
      ...defaultScenario('crossing'),
      interventions: [
        {
          id: 'leak',
          kind: 'gas-leak',
          targets: ['gallery.gas/2'],
          settings: { hole: 8, place: 50 },
          fromSeconds: 60,
          untilSeconds: null,
        },
      ],
    };
    for (const each of inScenario) {
      writeFileSync(scenario, JSON.stringify(sound));
      look(each, scenario, edit(scenario, each));
    }
    copyScene(tools, folder);
    writeFileSync(scenario, JSON.stringify(sound));
    const untouched = [folder, scenario].map((path) => cityloom(tools, 'validate', path).status);
    if (untouched.some((status) => status !== 0)) wrong.push(`nothing wrong: exit ${untouched.join(', ')}`);
    return {
      held: wrong.length === 0,
      reached: `${told.length} of ${inScene.length + inScenario.length} refused: ${told.join('; ')}${wrong.length > 0 ? `; NOT AS IT SHOULD: ${wrong.join('; ')}` : '; untouched ones taken'}`,
      how: `cityloom validate on ${SCENE} and on a scenario with a leak, one thing changed at a time`,
    };
  },
};

/** Paths in a scene begin with the file. */
function isAt(found: readonly (string | number)[], file: string, wanted: string): boolean {
  return (found[0] === file ? found.slice(1) : found).join('.') === wanted;
}

function copyScene({ root }: AcceptTools, folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(join(root, 'scenes', SCENE), folder, { recursive: true });
}

/** Breaks the file; answers the path that has to be named. */
function edit(at: string, { breaks, path }: Broken): string {
  const value = JSON.parse(readFileSync(at, 'utf8'));
  const wanted = typeof path === 'string' ? path : path(value);
  breaks(value);
  writeFileSync(at, JSON.stringify(value));
  return wanted;
}
