/**
 * Portable electric heaters. Where a home's heat falls short and its rooms cool below 18 °C (what Chinese heating rules
 * promise, and what the WHO Housing and health guidelines of 2018 advise), who is at home and owns a heater plugs it in,
 * and puts it away once the rooms are warm again. It warms the rooms that it stands in, so that what comes back later
 * finds less to do; without power it is plugged in and waits.
 */
import { exp } from '../../../kernel';
import type { DemandAsked } from './asked';
import { HEAT_BY_ELECTRICITY } from './compile';
import { strands } from './patterns';
import type { DemandState } from './state';

/**
 * Of homes whose main heating is not electric, 16.8 in 77.3 million heat with electricity besides (EIA, Residential Energy
 * Consumption Survey 2015, table HC1.8: 57.7 − 40.9 of 118.2 − 40.9); nobody has counted China's.
 */
const OWNERS = 0.217;
/** One that a household's socket bears all evening: 1.5 kW, the usual largest setting of the market. */
const HEATER_KW = 1.5;
/** People a household: China's seventh census, 2020. */
const HOUSEHOLD = 2.62;
const COLD_C = 18;
const WARM_C = 19.5;
/** Of what was asked for; less is rounding, or a valve that has not come round yet. */
const SHORT_BY = 0.01;
/** How soon people notice, either way. Ours. */
const NOTICED_S = 1_800;
const PUT_AWAY_BELOW = 1e-3;

const STRANDS = strands.length;
const PEOPLE = strands.indexOf('people');

/** Asks for what heaters that are plugged in draw, and warms the rooms with it. */
export function askOfHeaters({ plan, work, plugged, powered }: DemandState, out: DemandAsked): void {
  for (let i = 0; i < plan.count; i++) {
    out.heaterKw[i] = 0;
    if (plugged[i] === 0) continue;
    const atHome = work.now[plan.timetable[i] * STRANDS + PEOPLE];
    const kw = ((plugged[i] * OWNERS * plan.people[i] * atHome) / HOUSEHOLD) * HEATER_KW;
    out.heaterKw[i] = kw;
    out.electricKw[i] += kw;
    work.innerW[i] += 1_000 * kw * powered[i];
  }
}

/** Who is cold for want of heat plugs in; who is warm again puts away. `heatShare` of what was asked for came. */
export function plugIn({ plan, work, plugged, airC }: DemandState, i: number, heatShare: number, stepS: number): void {
  const isShort = work.heatingW[i] > 0 && heatShare < 1 - SHORT_BY;
  if (plugged[i] === 0 && !(isShort && airC[i] < COLD_C)) return;
  if (plan.rows[i].pattern !== 'home' || plan.heatFrom[i] === HEAT_BY_ELECTRICITY) return;
  if (airC[i] >= COLD_C && airC[i] < WARM_C) return;
  const goal = airC[i] < COLD_C ? 1 : 0;
  const share = goal + (plugged[i] - goal) * exp(-stepS / NOTICED_S);
  plugged[i] = share < PUT_AWAY_BELOW ? 0 : share;
}
