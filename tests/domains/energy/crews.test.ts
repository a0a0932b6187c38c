import { beforeAll, describe, expect, it } from 'vitest';
import { loadSolverInNode } from '../../../sim/hosts/solver/load-in-node';
import type { LinearSolver } from '../../../sim/kernel';
import { compileScene, type Scene } from '../../../sim/scene';
import { servedCity } from '../traffic/levels/served-city';
import { madeTunnel } from './galleries/made-tunnel';
import { gasTown, runTown } from './gas-town';
import { sceneOf } from './scenes';
import { run, start, turn } from './simulate';

let linear: LinearSolver;
beforeAll(async () => {
  linear = await loadSolverInNode();
});

const roads = servedCity().scene.roads;
const withRoads = ({ scene }: { scene: Scene }) => compileScene({ ...scene, roads } as Scene);

describe('the crew of the grid', () => {
  const scene = withRoads(sceneOf('tiny/one-feeder'));
  /** When the first switch is moved by hand after a cable has broken, with so long a drive on every road. */
  const firstSwitch = (driveS: number, domains = ['energy', 'traffic']) => {
    const of = run(start(scene, { domains }), 60);
    turn(of, [{ knob: 'branch.out', slot: scene.elements.branch.slotOf('a2:a3')!, value: 1, cause: 3 }]);
    run(of, 0);
    of.ports.get('traffic.crew-travel-time')?.fill(driveS);
    run(of, 2 * 3_600);
    return of.heard.find(({ code }) => code === 'energy.switch-opened')!.seconds - 60;
  };

  it('gets ready, drives as the roads flow, and takes ten minutes for a switch', () => {
    expect(firstSwitch(300)).toBe(1_500 + 300 + 600);
    expect(firstSwitch(1_800)).toBe(1_500 + 1_800 + 600);
  });

  it('comes within the 45 minutes that are promised where no road leads there, or nobody in the run drives', () => {
    expect(firstSwitch(-1)).toBe(2_700 + 600);
    expect(firstSwitch(300, ['energy'])).toBe(2_700 + 600);
  });
});

it('the crew of the gas company is there as the roads flow when a main is torn', () => {
  const scene = withRoads(
    gasTown(false, (files) => {
      for (const valve of files['gas.json'].valves) valve.remote = false;
    }),
  );
  const shutAfter = (driveS: number | null) => {
    const lost: number[] = [];
    runTown(
      scene,
      linear,
      {
        startDay: 15,
        startSeconds: 5 * 3_600,
        interventions: [
          {
            id: 'cut',
            kind: 'cut-gas-main',
            targets: ['branch' as never],
            settings: { open: 1 },
            fromSeconds: 60,
            untilSeconds: null,
          },
        ],
      },
      ({ gas }) => lost.push(gas!.balance.leakedKg),
      undefined,
      // What the roads are like later is nothing to a crew that is there.
      driveS === null
        ? []
        : [
            madeTunnel(
              ({ seconds, write }) => write('traffic.crew-travel-time').fill(seconds < 300 ? driveS : 9_000),
              'traffic',
            ),
          ],
    ).runTo(3_600 + 600);
    return lost.indexOf(0, 2) - 1;
  };
  // Minutes: ten to get ready, five to drive, ten for the valve; half an hour and ten where nobody drives.
  expect(shutAfter(300)).toBe(25);
  expect(shutAfter(900)).toBe(35);
  expect(shutAfter(null)).toBe(40);
});
