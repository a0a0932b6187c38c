/** The time–distance diagram: everybody along a street, and a run that is the same for being watched. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AcceptLine } from '../line';
import { answer } from '../traffic/cityloom';
import { MAIN_ROAD } from './flagship-page';

const TOGETHER_S = 6;

export const corridor: AcceptLine = {
  name: 'time–distance diagram of a corridor',
  goal: 'vehicles and signals along a chosen street, and the run’s hash as without it',
  async measure(tools) {
    const run = ['run', 'eco-park', '--until', '1200'];
    const file = join(tools.scratch, 'corridor.csv');
    const plain = answer(tools, ...run);
    const watched = answer(tools, ...run, '--time-distance', file, '--corridor', MAIN_ROAD);
    const rows = readFileSync(file, 'utf8')
      .trimEnd()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(','));
    const vehicles = new Set(rows.flatMap(([, , vehicle]) => (vehicle === '' ? [] : [vehicle])));
    const signals = new Set(rows.flatMap(([, , , , signal]) => (signal === '' ? [] : [signal])));
    const last = new Map<string, readonly [seconds: number, distanceM: number]>();
    let backwards = 0;
    for (const [seconds, distance, vehicle] of rows) {
      if (vehicle === '') continue;
      const [before, beforeM] = last.get(vehicle) ?? [Number.NEGATIVE_INFINITY, 0];
      // Whoever comes a second time begins anew.
      if (Number(seconds) - before <= TOGETHER_S && Number(distance) < beforeM - 1e-3) backwards++;
      last.set(vehicle, [Number(seconds), Number(distance)]);
    }
    const isSame = plain.document.finalHash === watched.document.finalHash;
    return {
      held: isSame && vehicles.size > 20 && signals.size > 0 && backwards === 0,
      reached: `${vehicles.size} vehicles and ${signals.size} signals along ${MAIN_ROAD}, ${rows.length} rows, ${backwards} of them backwards; the hash is ${isSame ? 'the same' : 'another'}; ${watched.seconds.toFixed(1)} s beside ${plain.seconds.toFixed(1)} s unwatched`,
      how: 'twenty minutes of the flagship with `--time-distance`, which watches as the page does; the picture itself is looked at in the browser tests',
    };
  },
};
