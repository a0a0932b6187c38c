/** A change two minutes ago on the flagship at its peak: from the click to the city that has lived with it. */
import { loadavg } from 'node:os';
import { asElementId, type Intervention } from '../../../sim';
import type { AcceptLine } from '../line';
import { busiestBetween, processRooms } from '../tab-memory';
import { change, flagshipAt, MAIN_ROAD } from './flagship-page';

const START_S = 7 * 3_600;
const NOW_S = 8 * 3_600 + 12 * 60 - START_S;
const FROM_S = 8 * 3_600 + 10 * 60 - START_S;
const MOST_MS = 3_000;

export const editInThePast: AcceptLine = {
  name: 'an edit in the past',
  goal: 'a change at 08:10 in a run that is at 08:12 shows its first effect within 3 s on the flagship',
  async measure(tools) {
    const { browser, page, end } = await flagshipAt(tools, NOW_S);
    try {
      const works: Intervention = {
        id: 'close-road-1',
        kind: 'close-road',
        targets: [asElementId(MAIN_ROAD)],
        settings: { lanes: 'all', laneCount: 1, bothDirections: true },
        fromSeconds: FROM_S,
        untilSeconds: null,
      };
      const before = await processRooms(browser);
      const { acknowledgedMs, drawnMs, toldMs } = await change(page, works, true);
      const worker = busiestBetween(before, await processRooms(browser));
      const slowest = Math.max(drawnMs, toldMs);
      return {
        held: slowest <= MOST_MS,
        reached: `lived again and acknowledged after ${acknowledgedMs.toFixed(0)} ms, drawn after ${drawnMs.toFixed(0)} ms; its beginning told after ${toldMs.toFixed(0)} ms; ${worker?.cpuSeconds.toFixed(1) ?? '?'} s of processor time in the city’s worker`,
        how: `Chromium at 1280 × 720, draw calls swallowed, every domain; from the last checkpoint before 08:10 on to 08:12, load ${loadavg()[0].toFixed(1)}`,
      };
    } finally {
      await end();
    }
  },
};
