/** The scale test: Hunnan New Town loads, runs at its peak with all domains, and hangs its lines on towers for comparison. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { activeDomains } from '../../../sim/hosts/active-domains';
import { loadSolverInNode } from '../../../sim/hosts/solver/load-in-node';
import { createEngine, deskInPlace } from '../../../sim/runtime';
import { defaultScenario } from '../../../sim/scenarios';
import { sceneOf } from '../../domains/energy/scenes';
import { openCity } from '../city-page';
import type { AcceptLine, AcceptTools } from '../line';
import { answer } from '../traffic/cityloom';

const LOADS_WITHIN_S = 10;
const PACE = 20;
/** From 07:30: the busiest hour of the day. */
const PEAK_STARTS_S = 27_000;
const PEAK_S = 3_600;

export const hunnanLoads: AcceptLine = {
  name: 'hunnan loads',
  goal: `≤ ${LOADS_WITHIN_S} s from its files to a city at 07:00, in Node and in the browser’s worker`,
  async measure(tools) {
    const linear = await loadSolverInNode();
    const from = process.cpuUsage();
    const began = performance.now();
    const scene = sceneOf('hunnan', undefined, tools.root);
    const scenario = defaultScenario('hunnan');
    const domains = activeDomains(scenario);
    createEngine({ scene, scenario, domains, desk: deskInPlace(domains, { linear }) });
    const wallS = (performance.now() - began) / 1_000;
    const { user, system } = process.cpuUsage(from);
    const cpuS = (user + system) / 1e6;
    const inBrowser = await clockAfter(tools);
    return {
      held: cpuS <= LOADS_WITHIN_S && inBrowser <= LOADS_WITHIN_S,
      reached: `Node ${cpuS.toFixed(1)} s of processor (${wallS.toFixed(1)} s of wall), people and their day included; browser ${inBrowser.toFixed(1)} s of wall until its clock shows 07:00`,
      how: `${scene.scene.buildings!.buildings.length} buildings, ${scene.roads.edgeCount} edges; in the browser with drawing swallowed`,
    };
  },
};

/** Until the page's clock shows the city's time: its files are fetched, read strictly, compiled, and the engine is made. */
async function clockAfter(tools: AcceptTools): Promise<number> {
  const { page, openedMs, end } = await openCity(tools, '/plan?scene=hunnan');
  try {
    await page.waitForFunction(() => /\d\d:\d\d/.test(document.querySelector('.clock')?.textContent ?? ''), null, {
      timeout: 120_000,
    });
    return (performance.now() - openedMs) / 1_000;
  } finally {
    await end();
  }
}

export const hunnanPace: AcceptLine = {
  name: 'hunnan at its peak',
  goal: `all domains, ≥ ${PACE} × real time headless on one core at its peak`,
  async measure(tools) {
    const file = join(tools.scratch, 'hunnan-peak.json');
    const scenario = { ...defaultScenario('hunnan'), startSeconds: PEAK_STARTS_S, durationSeconds: PEAK_S };
    writeFileSync(file, JSON.stringify(scenario));
    const { document } = answer(tools, 'run', 'hunnan', '--scenario', file);
    const { performance: took, totals } = document;
    const pace = PEAK_S / took.cpuSeconds;
    return {
      held: pace >= PACE && totals['traffic.trips-stuck'].value === 0,
      reached: `${pace.toFixed(0)} × by processor time (${took.realTimeFactor.toFixed(0)} × by the wall), ${took.peakRssMb.toFixed(0)} MB; ${totals['traffic.trips-inserted'].value} trips, ${totals['traffic.trips-running'].value} vehicles at the end, ${totals['traffic.trips-stuck'].value} stuck, ${totals['traffic.mean-speed'].value.toFixed(1)} km/h`,
      how: 'one run from 07:30 to 08:30, everything from opening the scene included, every domain that the city has',
    };
  },
};

export const hunnanOverhead: AcceptLine = {
  name: 'hunnan with its lines overhead',
  goal: 'the same network on poles and towers, switched on and compared: land, losses, voltage; beside the claimed 2,400 mu',
  async measure(tools) {
    const run = (interventions: readonly unknown[], name: string) => {
      const file = join(tools.scratch, `hunnan-${name}.json`);
      const scenario = {
        ...defaultScenario('hunnan'),
        domains: ['energy'],
        startDay: 205,
        startSeconds: 13 * 3_600,
        durationSeconds: 3_600,
        interventions,
      };
      writeFileSync(file, JSON.stringify(scenario));
      return answer(tools, 'run', 'hunnan', '--scenario', file).document.totals;
    };
    const hang = { id: 'hang', kind: 'overhead-lines', targets: [], settings: {}, fromSeconds: 0, untilSeconds: null };
    const cables = run([], 'cables');
    const hung = run([hang], 'hung');
    const of = (totals: typeof cables, name: string): number => totals[name].value;
    const land = of(hung, 'energy.corridor-land');
    const [lossBefore, lossAfter] = [cables, hung].map((each) => of(each, 'energy.network-losses'));
    return {
      held: of(cables, 'energy.corridor-land') === 0 && land > 0 && lossAfter > lossBefore,
      reached: `corridors take ${land.toFixed(0)} mu (claimed for Hunnan: 2,400), none with cables; losses ${lossBefore.toFixed(0)} → ${lossAfter.toFixed(0)} kWh in a July hour; lowest voltage ${of(cables, 'energy.lowest-voltage').toFixed(2)} → ${of(hung, 'energy.lowest-voltage').toFixed(2)} %`,
      how: 'energy alone, one hour each; 20 m of corridor a row of towers, two circuits a row (GB/T 50293-2014), conductors of GB/T 1179',
    };
  },
};
