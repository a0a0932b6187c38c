/** The whole flagship through its morning peak in a browser: every domain, the picture, the tab's memory. */
import { writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { defaultScenario } from '../../../sim/scenarios';
import { clockSeconds, clockText, openCity, paceFlatOut, picturesDrawn } from '../city-page';
import type { AcceptLine, AcceptTools } from '../line';
import { busiestBetween, type ProcessRoom, processRooms, type Thread } from '../tab-memory';
import { answer } from '../traffic/cityloom';

const PACE = 30;
const MOST_MB = 1_500;
/** The page opens at seven; what is measured begins with the rush and ends when an hour of checkpoints is held. */
const FROM_S = 7.25 * 3_600;
const TO_S = 8.5 * 3_600;
const LOOKS_EVERY_MS = 200;
/** A pace that falls short is given up so late. */
const GIVES_UP_MS = 300_000;

interface Peak {
  readonly pace: number;
  readonly fromS: number;
  readonly toS: number;
  readonly wallS: number;
  readonly picturesPerSecond: number;
  readonly loads: readonly number[];
  readonly rooms: readonly ProcessRoom[];
  /** The city's own worker, in the hours measured. */
  readonly worker: Thread | undefined;
}

async function livePeak(tools: AcceptTools): Promise<Peak> {
  const { browser, page, end } = await openCity(tools, '/plan');
  try {
    await paceFlatOut(page);
    const reach = async (untilS: number) => {
      const began = performance.now();
      let clockS = await clockSeconds(page);
      while (clockS < untilS && performance.now() - began < GIVES_UP_MS) {
        await page.waitForTimeout(LOOKS_EVERY_MS);
        clockS = await clockSeconds(page);
      }
      return clockS;
    };
    const fromS = await reach(FROM_S);
    const roomsBefore = await processRooms(browser);
    const [began, drawn, loadBefore] = [performance.now(), await picturesDrawn(page), loadavg()[0]];
    const toS = await reach(TO_S);
    const wallS = (performance.now() - began) / 1_000;
    const rooms = await processRooms(browser);
    return {
      pace: (toS - fromS) / wallS,
      fromS,
      toS,
      wallS,
      picturesPerSecond: ((await picturesDrawn(page)) - drawn) / wallS,
      loads: [loadBefore, loadavg()[0]],
      rooms,
      worker: busiestBetween(roomsBefore, rooms),
    };
  } finally {
    await end();
  }
}

/** The same hours without a page, where every domain's own time can be told. */
function sharesByDomain(tools: AcceptTools): string {
  const file = join(tools.scratch, 'eco-park-peak.json');
  const scenario = { ...defaultScenario('eco-park'), startSeconds: FROM_S, durationSeconds: TO_S - FROM_S };
  writeFileSync(file, JSON.stringify(scenario));
  const { performance: took } = answer(tools, 'run', 'eco-park', '--scenario', file).document;
  const times = Object.entries<Record<string, number>>(took.domains)
    .map(([name, { stepSeconds, jobSeconds }]) => ({ name, seconds: stepSeconds + jobSeconds }))
    .sort((a, b) => b.seconds - a.seconds);
  const all = times.reduce((sum, { seconds }) => sum + seconds, 0);
  const shares = times.map(({ name, seconds }) => `${name} ${((100 * seconds) / all).toFixed(1)} %`).join(', ');
  return `headless ${((TO_S - FROM_S) / took.cpuSeconds).toFixed(0)} × by processor time, opening and all: ${shares}`;
}

export const peakInBrowser: AcceptLine = {
  name: 'the whole city at its peak in a browser',
  goal: `flagship, all domains, picture on (draw calls swallowed), two cores: ≥ ${PACE} × real time at the morning peak, ≤ ${MOST_MB / 1_000} GB`,
  async measure(tools) {
    const peak = await livePeak(tools);
    const tab = peak.rooms.find(({ type }) => type === 'renderer');
    const gpu = peak.rooms.find(({ type }) => type === 'GPU');
    return {
      held: peak.toS >= TO_S && peak.pace >= PACE && tab !== undefined && tab.peakMb <= MOST_MB,
      reached: [
        `${peak.pace.toFixed(0)} × real time from ${clockText(peak.fromS)} to ${clockText(peak.toS)}, ${peak.picturesPerSecond.toFixed(1)} pictures a second`,
        ...(peak.worker
          ? [
              `${((peak.toS - peak.fromS) / peak.worker.cpuSeconds).toFixed(0)} × by the processor time of the city’s worker`,
            ]
          : []),
        tab
          ? `tab ${tab.peakMb.toFixed(0)} MB at most, page and all its workers`
          : 'memory not measured: no /proc here',
        ...(gpu ? [`and ${gpu.peakMb.toFixed(0)} MB of the process that draws for it`] : []),
        sharesByDomain(tools),
      ].join('; '),
      how: `Chromium at 1280 × 720, flat out for ${peak.wallS.toFixed(0)} s of wall on ${availableParallelism()} cores, load ${peak.loads.map((load) => load.toFixed(1)).join(' → ')}; resident memory at its highest since the tab was opened; a checkpoint every five minutes, a spare worker made meanwhile`,
    };
  },
};
