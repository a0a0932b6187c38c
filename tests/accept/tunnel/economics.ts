/** Whether a tunnel pays: the published rows, present values, and what works cost a street's traffic in our own runs. */
import {
  annuityFactor,
  impliedCostYuanPerKm,
  landResult,
  lifeCycleOf,
  netPresentValue,
  publishedCases,
  usualCase,
} from '../../../sim/studies';
import type { AcceptLine } from '../line';
import { answer } from '../traffic/cityloom';

const MILLION = 1e6;
/** Millions of yuan, gross and left, as models-tunnel.md section 5 has them. */
const ROWS: Readonly<Record<string, readonly [number, number]>> = {
  'hunnan-claimed': [1_680, 1_000],
  'hunnan-break-even': [1_680, 0],
  'hunnan-national': [1_680, -1_616],
  hengqin: [420, -1_580],
};

export const landCases: AcceptLine = {
  name: 'economics of a tunnel',
  goal: '1,680 M gross, 1,000 M net, 21 M/km implied; break-even 52.5; −1,616 at the national mean of 103; Hengqin 420 and −1,580; 8.4 mu/km in 25 pilot cities; a constant annuity; monotone in rate, cost and land',
  async measure() {
    const rows = publishedCases.map(({ costYuanPerKm, ...each }) => {
      const result = costYuanPerKm === null ? undefined : landResult({ ...each, costYuanPerKm });
      return { name: each.name, muPerKm: each.muPerKm, gross: result?.grossYuan, net: result?.netYuan };
    });
    const told = rows.every(({ name, gross, net }) => {
      const wanted = ROWS[name];
      return wanted === undefined || (round(gross!) === wanted[0] && round(net!) === wanted[1]);
    });
    const [hunnan] = publishedCases;
    const implied = impliedCostYuanPerKm(hunnan, 1e9) / MILLION;
    const breakEven = landResult({ ...hunnan, costYuanPerKm: 0 }).breakEvenYuanPerKm / MILLION;
    const yearly = Array.from({ length: 51 }, (_, year) => (year === 0 ? 0 : 1));
    const annuity = netPresentValue(yearly, 0.06);
    const total = (change: Partial<typeof usualCase>) => lifeCycleOf({ ...usualCase, ...change }).totalYuan;
    const monotone =
      total({ costYuanPerKm: 30 * MILLION }) < total({}) &&
      total({ muPerKm: 80 }) > total({}) &&
      total({ rate: 0.07, upkeepYuanPerKmYear: 0, renewalShare: 0 }) <
        total({ rate: 0.06, upkeepYuanPerKmYear: 0, renewalShare: 0 });
    const pilot = rows.find(({ name }) => name === 'pilot-cities')!.muPerKm;
    return {
      held:
        told &&
        Math.abs(implied - 21.25) < 1e-9 &&
        Math.abs(breakEven - 52.5) < 1e-9 &&
        Math.abs(annuity - annuityFactor(0.06, 50)) < 1e-9 &&
        Math.abs(pilot - 8.4) < 1e-9 &&
        monotone,
      reached: `${rows
        .filter(({ gross }) => gross !== undefined)
        .map(({ name, gross, net }) => `${name} ${round(gross!)} / ${round(net!)}`)
        .join(
          ', ',
        )}; implied ${implied.toFixed(2)}, break-even ${breakEven.toFixed(1)} M/km; annuity of 50 years at 6 % ${annuity.toFixed(4)}; pilot cities ${pilot.toFixed(1)} mu/km`,
      how: 'pure functions of sim/studies/tunnel-economics; the card in the app and `cityloom economics` use the same',
    };
  },
};

export const worksDelay: AcceptLine = {
  name: 'road-user delay of works',
  goal: 'from our own traffic runs: a street with lanes shut, vehicle-hours × value of time × days × frequency; in the life cycle',
  async measure(tools) {
    const { document, seconds } = answer(tools, 'economics', 'hunnan', '--lanes', '2', '--seeds', '2');
    const { works, lifeCycle, assumed } = document;
    const { digsPerKmYear, daysPerDig, valueOfTimeYuanPerVehicleHour } = assumed.digging;
    const yearly =
      digsPerKmYear * assumed.lengthKm * daysPerDig * works.vehicleHoursPerDay * valueOfTimeYuanPerVehicleHour;
    const expected = yearly * annuityFactor(assumed.rate, assumed.years);
    const spread = (all: readonly number[]) => all.map((one) => one.toFixed(0)).join(', ');
    return {
      held: works.vehicleHoursPerDay > 0 && Math.abs(lifeCycle.parts.delay - expected) < 1,
      reached: `two of three lanes of ${works.street} shut over ${works.lengthM.toFixed(0)} m: ${works.busy.lostVehicleHours.toFixed(0)} vehicle-hours in the busy hour (${spread(works.busyBySeed)} by seed), ${works.calm.lostVehicleHours.toFixed(0)} in the calm one (${spread(works.calmBySeed)}), ${works.vehicleHoursPerDay.toFixed(0)} a day; worth ${(lifeCycle.parts.delay / MILLION).toFixed(1)} M yuan over ${assumed.years} years`,
      how: `cityloom economics hunnan, eight runs of half an hour each, paired by seed, ${seconds.toFixed(0)} s`,
    };
  },
};

const round = (yuan: number): number => Math.round(yuan / MILLION);
