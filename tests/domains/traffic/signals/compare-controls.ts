/**
 * The same traffic under different controls of all signals: greens shared out equally, Webster's times for the flows
 * that came where nobody had to wait outside, and pressure. For the acceptance; any change of driving changes its figures.
 */
import { BY_PRESSURE, programOf, retimed, setControl, setProgram } from '../../../../sim/domains/traffic/signals';
import type { CompiledScene } from '../../../../sim/scene';
import { figures, type Run, run, start } from '../simulate';

export interface ControlFigures {
  readonly inserted: number;
  readonly arrived: number;
  readonly waiting: number;
  /** Of those who have set out. */
  readonly meanSeconds: number;
  /** With the wait outside. */
  readonly meanLossSeconds: number;
}

export interface ControlComparison {
  readonly equalSplit: ControlFigures;
  readonly webster: ControlFigures;
  readonly pressure: ControlFigures;
}

export function compareControls(scene: CompiledScene, seed: number, seconds: number): ControlComparison {
  const flows = new Float64Array(scene.roads.turnCount);
  const pressure = drive(
    scene,
    seed,
    seconds,
    (of, s) => setControl(of.state.signals, s, BY_PRESSURE),
    countInto(flows),
  );
  const perHour = flows.map((count) => (3_600 * count) / seconds);
  return {
    pressure,
    equalSplit: drive(scene, seed, seconds, splitEqually),
    webster: drive(scene, seed, seconds, (of, s) => {
      const { signals, network } = of.state;
      setProgram(signals, network, s, retimed(signals, network, s, (turn) => perHour[turn]).program);
    }),
  };
}

/** Every stage gets the same; what clears and who walks keep their times. */
function splitEqually(of: Run, s: number): void {
  const { signals, network } = of.state;
  const { stageFirst, stageLast } = signals.layout;
  const first = network.roads.signalPhaseStart[s];
  const program = programOf(signals, network, s);
  const stages = program.phases.map((_, k) => k).filter((k) => stageFirst[first + k] === first + k);
  const walked = (k: number) =>
    program.phases.slice(k + 1, stageLast[first + k] - first + 1).reduce((sum, { seconds }) => sum + seconds, 0);
  const share = stages.reduce((sum, k) => sum + program.phases[k].seconds + walked(k), 0) / stages.length;
  const phases = program.phases.map((phase, k) =>
    stages.includes(k) ? { ...phase, seconds: Math.max(1, share - walked(k)) } : phase,
  );
  setProgram(signals, network, s, { ...program, phases, offsetSeconds: 0 });
}

function drive(
  scene: CompiledScene,
  seed: number,
  seconds: number,
  set: (of: Run, signal: number) => void,
  look?: (of: Run) => void,
): ControlFigures {
  const of = start(scene, seed);
  for (let s = 0; s < of.state.signals.phase.length; s++) if (scene.roads.signalLeader[s] === s) set(of, s);
  const found = figures(run(of, seconds, look));
  return {
    inserted: found['traffic.trips-inserted'],
    arrived: found['traffic.trips-arrived'],
    waiting: found['traffic.trips-waiting'],
    meanSeconds: found['traffic.mean-duration'],
    meanLossSeconds: found['traffic.mean-time-loss'],
  };
}

/** Vehicles that have come onto each turn. */
function countInto(flows: Float64Array): (of: Run) => void {
  let before = new Int32Array(0);
  return ({ state, scene }) => {
    const { track, rowEnd } = state.vehicles;
    for (let row = 0; row < rowEnd; row++) {
      const turn = track[row] - scene.roads.laneCount;
      if (turn >= 0 && before[row] !== track[row]) flows[turn]++;
    }
    before = track.slice(0, rowEnd);
  };
}
