// Shenyang's months as published, and named days drawn within them.
import { title } from './ground.mjs';

const MEAN_C = [-12.1, -6.8, 1.2, 10.3, 17.7, 22.2, 24.6, 23.4, 17.6, 9.5, -0.3, -9.1];
const MAX_C = [-5.3, -0.2, 7.4, 16.9, 24, 27.6, 29.3, 28.5, 24.3, 16.1, 5.4, -3.1];
const MIN_C = [-17.9, -12.8, -4.4, 3.9, 11.6, 17.1, 20.5, 19.2, 12.1, 3.9, -5.3, -14.4];
const RAIN_MM = [4.6, 7.6, 14.1, 31.3, 58.9, 84, 188.2, 149.6, 44.9, 39.3, 19.4, 9.1];
const SUN_H = [176.3, 187.4, 224.2, 222.8, 248.3, 223.1, 195, 204.2, 223.1, 202.1, 159.4, 156];
const HUMIDITY = [0.64, 0.56, 0.52, 0.5, 0.54, 0.68, 0.79, 0.81, 0.73, 0.66, 0.64, 0.65];
/** Ours: no table of winds by month was read. */
const WIND_MPS = [2.6, 2.9, 3.4, 3.8, 3.5, 2.9, 2.6, 2.4, 2.5, 2.8, 2.9, 2.6];

const tenth = (value) => Math.round(10 * value) / 10;

/** Coldest at six, warmest at three in the afternoon. */
function day(id, zh, en, month, minC, maxC, more) {
  const { cloud, windMps, from, rain = () => 0 } = more;
  return {
    id,
    name: title(zh, en),
    month,
    hours: Array.from({ length: 24 }, (_, hour) => {
      const rising = hour >= 6 && hour <= 15;
      const share = rising ? (hour - 6) / 9 : ((hour < 6 ? hour + 24 : hour) - 15) / 15;
      const wave = (1 - Math.cos(Math.PI * share)) / 2;
      return {
        temperatureC: tenth(rising ? minC + (maxC - minC) * wave : maxC - (maxC - minC) * wave),
        cloud,
        rainMmPerH: rain(hour),
        windMps: tenth(windMps * (0.8 + (rising ? 0.4 * wave : 0.4 * (1 - wave)))),
        windFromDeg: from,
      };
    }),
  };
}

export const weather = {
  source: 'climate',
  months: MEAN_C.map((meanC, k) => ({
    meanC,
    dailyMaxC: MAX_C[k],
    dailyMinC: MIN_C[k],
    rainMm: RAIN_MM[k],
    sunHours: SUN_H[k],
    windMps: WIND_MPS[k],
    humidity: HUMIDITY[k],
  })),
  days: [
    day('october-clear', '秋日晴空', 'Clear autumn day', 10, 3.9, 16.1, { cloud: 0.1, windMps: 2.6, from: 200 }),
    day('january-clear', '隆冬晴日', 'Clear winter day', 1, -18, -5.5, { cloud: 0.1, windMps: 2.6, from: 340 }),
    day('january-cold-wave', '寒潮', 'Cold wave', 1, -28, -17, { cloud: 0.4, windMps: 6, from: 350 }),
    day('july-rain', '盛夏暴雨', 'Summer storm', 7, 20.5, 25, {
      cloud: 1,
      windMps: 4,
      from: 180,
      rain: (hour) => ({ 14: 6, 15: 22, 16: 40, 17: 18, 18: 5 })[hour] ?? 0,
    }),
    day('august-heat', '伏天', 'Heat of August', 8, 24, 34, { cloud: 0.2, windMps: 2, from: 200 }),
    day('april-spring', '四月大风', 'Windy April', 4, 4, 17, { cloud: 0.25, windMps: 7, from: 210 }),
    // Heating is designed for −16.9 °C on the mean in Shenyang (GB 50736-2012, annex A, read second-hand).
    day('january-design', '采暖设计日', 'Design day for heating', 1, -20, -13.8, {
      cloud: 0.8,
      windMps: 2.6,
      from: 340,
    }),
    day('july-design', '供冷设计日', 'Design day for cooling', 7, 24, 31.5, { cloud: 0.2, windMps: 2.9, from: 200 }),
  ],
};
