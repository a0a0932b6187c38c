import type uPlot from 'uplot';

type Charts = typeof uPlot;
let charts: Promise<Charts> | undefined;

/** The charting code is fetched after the city, when the first figures come. */
export function loadCharts(): Promise<Charts> {
  charts ??= Promise.all([import('uplot'), import('uplot/dist/uPlot.min.css')]).then(([module]) => module.default);
  return charts;
}
