/** Every command on one page: what it is called, what it takes, and where its code lies. */
import type { Arguments, CommandSpec, OptionSpec } from './arguments';
import type { Answer, Context } from './context';
import { outputOptions } from './output-options';

type Perform = (given: Arguments, context: Context) => Promise<Answer>;

export interface Command {
  readonly spec: CommandSpec;
  /** Loads the command's code only when it is called. */
  load(): Promise<Perform>;
}

const until: OptionSpec = { kind: 'seconds', operand: 'S', says: 'ends after S simulated seconds' };
const workers: OptionSpec = { kind: 'count', operand: 'N', says: 'so many runs side by side; all cores by default' };

export const commands: Readonly<Record<string, Command>> = {
  run: {
    spec: {
      name: 'run',
      says: 'Runs a city without a picture; prints totals, happenings and the final hash.',
      operands: ['scene'],
      options: {
        scenario: {
          kind: 'text',
          operand: 'FILE',
          says: 'the scenario to run; the scene as it is, from 07:00, without',
        },
        seed: { kind: 'seed', operand: 'N', says: 'the seed of its luck, instead of the scenario’s' },
        until,
        out: {
          kind: 'text',
          operand: 'DIR',
          says: 'writes result.json, totals.json, happenings.json, series as CSV and Parquet',
        },
        'save-at': {
          kind: 'seconds',
          operand: 'S',
          says: 'saves the whole state when S simulated seconds have passed',
        },
        'save-to': { kind: 'text', operand: 'FILE', says: 'where the state is saved' },
        'sankey-from': {
          kind: 'seconds',
          operand: 'S',
          says: 'the window of `sankey`, the energy flows, begins after S simulated seconds; with the run without',
        },
        resume: { kind: 'text', operand: 'FILE', says: 'goes on from a saved state, with its scenario and seed' },
        ...outputOptions,
      },
      examples: [
        'run eco-park --until 600 --seed 7 --json',
        'run eco-park --seed 7 --until 300 --save-at 300 --save-to half.state',
        'run eco-park --resume half.state --until 600',
        'run quarter --trajectories fcd.csv --edges edges.csv --trips trips.csv --interval 900',
      ],
    },
    load: async () => (await import('./commands/run')).performRun,
  },
  compare: {
    spec: {
      name: 'compare',
      says: 'Runs two scenarios with the same seeds; prints each KPI’s difference, its noise band and its sign.',
      operands: ['scene'],
      options: {
        a: { kind: 'text', operand: 'FILE', says: 'the scenario compared with; the scene as it is, without' },
        b: { kind: 'text', operand: 'FILE', says: 'the scenario that is judged' },
        seeds: { kind: 'count', operand: 'N', says: 'so many pairs, at least 2; 5 by default' },
        until,
        workers,
      },
      examples: ['compare eco-park --b closed-road.json --seeds 5 --until 1800 --json'],
    },
    load: async () => (await import('./commands/compare')).performCompare,
  },
  validate: {
    spec: {
      name: 'validate',
      says: 'Checks a scene folder, a scenario file or a sweep plan; prints every problem with its file and path.',
      operands: ['path'],
      options: {
        scene: { kind: 'text', operand: 'SCENE', says: 'also checks a scenario against this scene instead of its own' },
      },
      examples: ['validate scenes/eco-park', 'validate closed-road.json --json'],
    },
    load: async () => (await import('./commands/validate')).performValidate,
  },
  import: {
    spec: {
      name: 'import',
      says: 'Turns files of another format into a scene folder.',
      operands: ['format', 'files…'],
      options: {
        out: { kind: 'text', operand: 'DIR', says: 'the folder that becomes the scene' },
        name: { kind: 'text', operand: 'NAME', says: 'osm: what people call the city; the name of DIR without' },
        datum: {
          kind: 'text',
          operand: 'DATUM',
          says: 'osm: wgs84 (the default) or gcj02, the shifted datum of Chinese maps, which is put right',
        },
      },
      examples: [
        'import plan scenes/eco-park/plan --out scenes/eco-park',
        'import osm quarter.osm.gz --out quarter --name "Old Town"   (.osm, .osm.gz, Overpass .json; no .pbf)',
        'import matpower case33bw.m --out feeder   (.m, or its tables as .json)',
        'import epanet Net3.inp --out town   (.inp: its water network)',
        'import sumo run.sumocfg --out quarter   (or .net.xml, then .add.xml, then .rou.xml; each may be .gz)',
      ],
    },
    load: async () => (await import('./commands/import')).performImport,
  },
  calibrate: {
    spec: {
      name: 'calibrate',
      says: 'Fits a city’s demand to counts of vehicles by hour; prints factors and the GEH table before and after.',
      operands: ['scene', 'counts.csv'],
      options: {
        seed: { kind: 'seed', operand: 'N', says: 'the seed of its people; 7 by default' },
        bound: { kind: 'count', operand: 'N', says: 'no factor above N or below 1/N; 3 by default' },
        out: { kind: 'text', operand: 'FILE', says: 'writes the scene’s demand.json with the factors in it' },
      },
      examples: ['calibrate eco-park counts.csv --json   (columns edge, hour, count)'],
    },
    load: async () => (await import('./commands/calibrate')).performCalibrate,
  },
  assign: {
    spec: {
      name: 'assign',
      says: 'Brings the trips of a TNTP network to user equilibrium or system optimum; prints gap, cost and flows.',
      operands: ['net.tntp', 'trips.tntp'],
      options: {
        gap: { kind: 'text', operand: 'G', says: 'the relative gap to reach; 1e-6 by default' },
        objective: { kind: 'text', operand: 'WHOSE', says: 'user (the default) or system, by marginal costs' },
        'toll-weight': {
          kind: 'text',
          operand: 'W',
          says: 'time that a unit of toll is worth; as the file says without',
        },
        'length-weight': { kind: 'text', operand: 'W', says: 'time that a unit of length is worth; likewise' },
        iterations: { kind: 'count', operand: 'N', says: 'gives up after N, exit code 1; 500 by default' },
        flows: { kind: 'text', operand: 'FILE', says: 'writes from, to, flow and cost of every link as CSV' },
        against: { kind: 'text', operand: 'FILE', says: 'compares with a solution, as flow.tntp' },
      },
      examples: [
        'assign city_net.tntp city_trips.tntp --gap 1e-8 --json',
        'assign net.tntp trips.tntp --objective system',
      ],
    },
    load: async () => (await import('./commands/assign')).performAssign,
  },
  powerflow: {
    spec: {
      name: 'powerflow',
      says: 'Solves one electrical network: a MATPOWER case (.m, or its tables as .json) or a scene; prints voltages, flows, losses.',
      operands: ['case'],
      options: {
        method: {
          kind: 'text',
          operand: 'HOW',
          says: 'auto (the default: the sweep where it is radial), newton, sweep',
        },
        'n-1': { kind: 'flag', says: 'takes every branch out once; labels what splits the network' },
        reconfigure: { kind: 'flag', says: 'looks for the radial configuration of least losses' },
      },
      examples: [
        'powerflow case33bw.m --json',
        'powerflow case118.m --n-1',
        'powerflow case33bw.m --reconfigure',
        'powerflow my-grid --method newton   (a scene)',
      ],
    },
    load: async () => (await import('./commands/powerflow')).performPowerflow,
  },
  pipeflow: {
    spec: {
      name: 'pipeflow',
      says: 'Solves the steady flow of one gas or water network of the pandapipes format; prints pressures and flows.',
      operands: ['case.json'],
      options: {
        friction: {
          kind: 'text',
          operand: 'LAW',
          says: 'nikuradse, prandtl-colebrook or gb50028, instead of the file’s own',
        },
        repeats: { kind: 'count', operand: 'N', says: 'solves again N times to measure; 20 by default' },
      },
      examples: ['pipeflow district_PC.json --json', 'pipeflow town.json --friction gb50028'],
    },
    load: async () => (await import('./commands/pipeflow')).performPipeflow,
  },
  waterflow: {
    spec: {
      name: 'waterflow',
      says: 'Solves a water network of EPANET’s format over its whole period; prints heads and flows by step, in its units.',
      operands: ['file.inp'],
      options: {
        burst: { kind: 'text', operand: 'NODE:MM', says: 'a round hole at a junction; several between commas' },
        'pressure-driven': {
          kind: 'flag',
          says: 'customers get less below the file’s required pressure, or 20 psi (14 m), by its root',
        },
      },
      examples: ['waterflow Net3.inp --json', 'waterflow Net3.inp --burst 117:100 --pressure-driven'],
    },
    load: async () => (await import('./commands/waterflow')).performWaterflow,
  },
  economics: {
    spec: {
      name: 'economics',
      says: 'What a utility tunnel earns and costs: land, works spared, delay from the city’s own traffic, life cycle.',
      operands: ['scene'],
      options: {
        street: {
          kind: 'text',
          operand: 'STREET',
          says: 'the street that is dug up; that over the longest gallery without',
        },
        lanes: { kind: 'count', operand: 'N', says: 'so many lanes are shut, from the kerb; 1 by default' },
        seeds: { kind: 'count', operand: 'N', says: 'so many pairs for each hour; 2 by default' },
        until: { kind: 'seconds', operand: 'S', says: 'length of each run; 1800 by default' },
        workers,
      },
      examples: ['economics hunnan --json', 'economics eco-park --street tuanjie --lanes 2 --seeds 5'],
    },
    load: async () => (await import('./commands/economics')).performEconomics,
  },
  failures: {
    spec: {
      name: 'failures',
      says: 'Every single failure of a city: absorbed, felt or passed on, and what is then nearest to its limit.',
      operands: ['scene'],
      options: {
        scenario: { kind: 'text', operand: 'FILE', says: 'what is lived until then; the scene from 07:00 without' },
        seed: { kind: 'seed', operand: 'N', says: 'the seed of its luck, instead of the scenario’s' },
        from: { kind: 'seconds', operand: 'S', says: 'each failure begins after S simulated seconds; 1860 by default' },
        kinds: { kind: 'text', operand: 'LIST', says: 'only these kinds of change, with commas between' },
        every: { kind: 'count', operand: 'N', says: 'only every Nth element of each kind; all by default' },
      },
      examples: ['failures eco-park --json', 'failures eco-park --kinds cut-cable,substation-outage --every 10'],
    },
    load: async () => (await import('./commands/failures')).performFailures,
  },
  bench: {
    spec: {
      name: 'bench',
      says: 'Measures what a step, a frame, a save, a load, the wire, parsing and compiling cost.',
      operands: ['name?'],
      options: {
        scene: { kind: 'text', operand: 'SCENE', says: 'the city it is measured on; eco-park by default' },
        seed: { kind: 'seed', operand: 'N', says: 'the seed; 7 by default' },
        cases: {
          kind: 'text',
          operand: 'LIST',
          says: 'traffic: which of SUMO’s grids; g10_500,g10_2000,g20_8000,g20_20000 by default',
        },
        until: { kind: 'seconds', operand: 'S', says: 'traffic: so many simulated seconds; 900 by default' },
        'sumo-seeds': {
          kind: 'count',
          operand: 'N',
          says: 'traffic: runs of SUMO, of which the mean is taken; 1 by default',
        },
        turns: {
          kind: 'count',
          operand: 'N',
          says: 'traffic: times that each side drives in turn, of which its fastest counts; 1 by default',
        },
        files: {
          kind: 'text',
          operand: 'DIR',
          says: 'traffic: where the nets and routes lie; made with SUMO’s programs without',
        },
      },
      examples: [
        'bench --json',
        'bench step --scene tiny/crossroads',
        'bench power --json   (power flows of made networks; of a file: powerflow)',
        'bench pipes',
        'bench heat --json   (all heat and cooling loops of a scene)',
        'bench traffic --cases g10_2000,g20_8000   (against SUMO on the same files, where that is installed)',
        'bench dispatch   (plans of the energy stations over a day: cold, warm, with whole machines)',
      ],
    },
    load: async () => (await import('./commands/bench')).performBench,
  },
  sweep: {
    spec: {
      name: 'sweep',
      says: 'Makes the many runs of a plan on all cores; can be killed and taken up again.',
      operands: ['plan'],
      options: {
        out: {
          kind: 'text',
          operand: 'DIR',
          says: 'where results lie, one file a run; plan.results beside plan.json by default',
        },
        workers,
        patience: {
          kind: 'seconds',
          operand: 'S',
          says: 'a worker that shows no progress for S seconds is given up; 60 by default',
        },
      },
      examples: ['sweep plan.json --workers 8 --out results'],
    },
    load: async () => (await import('./commands/sweep')).performSweep,
  },
};
