import { describe, expect, it } from 'vitest';
import { compiled } from '../importers/sumo/sumo-files';
import { compareFiles, type GoldenComparison, offBetween } from './compare-golden';
import { leftAcrossStream, smallGrid } from './exact-cases';
import { ourTrajectories } from './our-trajectories';
import { sumoVersion } from './run-sumo';
import { sumoLanesOf } from './sumo-lanes';

const STEP = { stepSeconds: 0.5, seconds: 80 };

/** When a vehicle is first further off than that, by vehicle. */
function partings(
  { ours, theirs }: GoldenComparison,
  lanes: ReturnType<typeof sumoLanesOf>,
  offM: number,
): Map<string, number> {
  const first = new Map<string, number>();
  for (const [vehicle, points] of theirs) {
    for (const [seconds, point] of points) {
      const off = offBetween(ours.get(vehicle)?.get(seconds), point, lanes);
      if (off !== undefined && off <= offM) continue;
      first.set(vehicle, seconds);
      break;
    }
  }
  return first;
}

/** SUMO 1.15, the same files: at a second, the lane and how far along it. */
type Places = readonly (readonly [number, string, number])[];

const sumosLeft: Places = [
  [44, 'left0A0_1', 189.6],
  [46, ':A0_15_0', 2.27],
  [48, ':A0_15_0', 4.61],
  [50, ':A0_19_0', 0.09],
  [51, ':A0_19_0', 0.09],
  [52, ':A0_19_0', 1.39],
  [54, ':A0_19_0', 11.49],
  [60, 'A0top0_1', 66.95],
];
const sumosBehind: Places = [
  [46, 'left0A0_1', 182.39],
  [48, 'left0A0_1', 185.23],
  [50, 'left0A0_1', 187.53],
  [52, 'left0A0_1', 189.23],
  [54, ':A0_13_1', 2.31],
  [60, 'A0right0_1', 39.53],
];

describe('one who waits within the junction to turn left, and who is behind him', () => {
  const files = leftAcrossStream(80);
  const options = { stepSeconds: 0.5, beginSeconds: 0, endSeconds: 80 };
  const ours = ourTrajectories(compiled(files), files.get('net.net.xml')!, options);

  it.each([
    ['left', sumosLeft],
    ['behind', sumosBehind],
  ])('%s is where SUMO has him', (vehicle, places) => {
    for (const [seconds, lane, positionM] of places) {
      const at = ours.get(vehicle)!.get(seconds)!;
      expect([seconds, at.lane]).toEqual([seconds, lane]);
      expect(Math.abs(at.positionM - positionM), `${vehicle} at ${seconds} s`).toBeLessThan(0.03);
    }
  });
});

describe.skipIf(sumoVersion() === undefined)(
  'without luck everybody drives as SUMO has it (skipped where it is not)',
  () => {
    it('for eighty seconds at a junction, to two centimetres', () => {
      const { worstM, wrongLanes, compared } = compareFiles('stream', leftAcrossStream(80), undefined, STEP);
      expect(compared).toBeGreaterThan(2_000);
      expect(wrongLanes).toBe(0);
      expect(worstM).toBeLessThan(0.02);
    });

    it('for half a minute on a grid with signals, all but one in twenty to twenty centimetres', () => {
      const files = smallGrid(300, 45);
      const lanes = sumoLanesOf(compiled(files), files.get('net.net.xml')!);
      const first = [
        ...partings(compareFiles('grid', files, undefined, { ...STEP, seconds: 45 }), lanes, 0.2).values(),
      ];
      expect(first.filter((seconds) => seconds <= 30).length).toBeLessThanOrEqual(15);
      expect(first.filter((seconds) => seconds <= 45).length).toBeLessThanOrEqual(40);
    });
  },
);
