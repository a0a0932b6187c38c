/**
 * Fire tests in tunnels as NIST keeps them (firemodels/exp): ceiling temperatures along a tunnel, measured, and what our
 * fire says for the same tunnel, heat release and air. Two kinds of files are told apart by their first line. The
 * columns are read by their names, so that other tests of both series can be laid beside these.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  ceilingC,
  type FireSectionShape,
  type FireSource,
  planFireSection,
  startFire,
  stepFire,
} from '../../../sim/domains/tunnel/fire';

const WITHIN = 'shared/data/tunnel/fire_vent';

export function fireTestsBeside(from: string): string {
  let at = from;
  while (!existsSync(join(at, WITHIN)) && dirname(at) !== at) at = dirname(at);
  return join(at, WITHIN);
}
export const hasFireTests = (folder: string): boolean => existsSync(folder);
export const fireTestFiles = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => /^(FHWA_)?IFAB.*\.csv$|FSB2009.*\.csv$/.test(name))
    .sort();

/** A tunnel fire as measured: everything that a prediction may know, and the temperatures that it may not. */
export interface FireTest {
  readonly name: string;
  readonly shape: FireSectionShape;
  readonly source: FireSource;
  readonly timesS: readonly number[];
  readonly heatW: readonly number[];
  readonly airMps: readonly number[];
  readonly placesM: readonly number[];
  /** By time, then place. */
  readonly measuredC: readonly (readonly number[])[];
  /** When water was turned on, as the readings show it; Infinity where none was. */
  readonly waterFromS: number;
  /** Soot and CO of the fuel. */
  readonly yields: { readonly sootYield: number; readonly coYield: number; readonly heatJPerKg: number };
}

const HEPTANE = { sootYield: 0.037, coYield: 0.01, heatJPerKg: 44.6e6 }; // SFPE Handbook, ch. 36

export function readFireTest(path: string): FireTest {
  const name = path.slice(path.lastIndexOf('/') + 1, -4);
  const rows = readFileSync(path, 'utf8')
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(','));
  return rows[0][0].startsWith('distance') ? readArup(name, rows) : readFhwa(name, rows);
}

/** FHWA, IFAB 2019: 12 × 2.5 × 1.25 m of 10 mm cement board, a crib of 0.8 × 0.7 m at x = 5.0 to 5.8 m, 0.25 m up. */
function readFhwa(name: string, rows: readonly string[][]): FireTest {
  const column = (title: string) => rows[0].indexOf(title);
  const data = rows.slice(2).map((row) => row.map(Number));
  const sensors = rows[0].flatMap((title, at) =>
    /^T\d+$/.test(title) ? [{ at, placeM: Number(title.slice(1)) / 10 }] : [],
  );
  const scale = data.map((row) => row[column('HRR-scale')] * 1e3);
  const oxygen = data.map((row) => row[column('HRR-O2')] * 1e3);
  const timesS = data.map((row) => row[0]);
  const heatW = Math.max(...scale) > 0 ? scale : oxygen;
  const measuredC = data.map((row) => sensors.map(({ at }) => row[at]));
  return {
    name,
    shape: {
      lengthM: 12,
      widthM: 2.5,
      heightM: 1.25,
      cellM: 0.25,
      wall: { conductivity: 0.35, heatCapacity: 1150 * 840, thicknessM: 0.01, emissivity: 0.9 },
      floor: { conductivity: 1.2, heatCapacity: 2000 * 1200, thicknessM: 0.3, emissivity: 0.9 },
    },
    source: { alongM: 5.4, lengthM: 0.8, widthM: 0.7, heightM: 0.25, growth: 'fast', tray: -1 },
    timesS,
    // The scale where it worked, oxygen consumption where it did not.
    heatW,
    airMps: airOf(
      data.map((row) => row[column('V015C')]),
      heatW,
    ),
    placesM: sensors.map(({ placeM }) => placeM),
    measuredC,
    waterFromS: waterFrom(timesS, heatW, measuredC),
    yields: HEPTANE,
  };
}

/**
 * V015C is read on the axis; over the section it is four fifths of that (as the series’ own FDS input has it). A fire
 * throttles a fan and never helps it (Vaquelin & Telle, Fire Safety J. 40, 2005): where the axis reads more than before
 * the fire, smoke stands above the probe and squeezes the fresh air below; the section’s own air is then what it was.
 */
function airOf(axisMps: readonly number[], heatW: readonly number[]): number[] {
  const lit = heatW.findIndex((watts) => watts > LIT_SHARE * Math.max(...heatW));
  const before = axisMps.slice(0, Math.max(lit, 1));
  const running = before.filter((mps) => mps > 0.5 * Math.max(...before));
  const most = mean(running);
  return axisMps.map((mps) => 0.8 * (running.length > 0 && most > 0 ? Math.min(mps, most) : mps));
}
const LIT_SHARE = 0.02;

/**
 * Most tests of the series end in a spray; our comparison ends where it begins: two places at least half as hot as the
 * hottest lose a quarter of their rise within 20 s although three quarters of the heat is still there.
 */
function waterFrom(
  timesS: readonly number[],
  heatW: readonly number[],
  celsius: readonly (readonly number[])[],
): number {
  for (let k = 1; k < timesS.length; k++) {
    const since = timesS.findIndex((t) => t >= timesS[k] - 20);
    const before = celsius[since];
    const most = Math.max(...before);
    if (since >= k || most < 100 || heatW[k] < 0.75 * heatW[since]) continue;
    const fallen = before.filter(
      (was, at) => was >= 0.5 * most && celsius[k][at] < was - 0.25 * (was - celsius[0][at]),
    );
    if (fallen.length >= 2) return timesS[since + 1];
  }
  return Infinity;
}

const ARUP_MIDDLE_M = 50;
/** Arup, FSB 2009: 100 m of a concrete road tunnel, 8.2 m wide, 6.6 m high, 48.9 m²; 2 m² of pool at 0.4 m, about 5 MW. */
function readArup(name: string, rows: readonly string[][]): FireTest {
  const data = rows.slice(2).map((row) => row.map(Number));
  const timesS = data.map((row) => row[0]);
  const out = burnsUntilS(
    timesS,
    data.map((row) => mean(row.slice(1))),
  );
  return {
    name,
    shape: {
      lengthM: 100,
      widthM: 8.2,
      heightM: 6.6,
      areaM2: 48.9,
      wall: { conductivity: 1, heatCapacity: 2100 * 880, thicknessM: 0.3, emissivity: 0.9 },
    },
    source: { alongM: ARUP_MIDDLE_M, lengthM: 2, widthM: 1, heightM: 0.4, growth: 'fast', tray: -1 },
    timesS,
    heatW: timesS.map((t) => 5e6 * Math.min(1, t / 20) * (t <= out ? 1 : 0)),
    airMps: timesS.map(() => 0),
    placesM: rows[0].slice(1).map((away) => ARUP_MIDDLE_M + Number(away)),
    measuredC: data.map((row) => row.slice(1)),
    waterFromS: Infinity,
    yields: { ...HEPTANE, sootYield: 0.015 },
  };
}

/** The pool has burned out when the mean reading falls for good below nine tenths of the most. */
function burnsUntilS(timesS: readonly number[], means: readonly number[]): number {
  const most = Math.max(...means);
  let last = 0;
  means.forEach((celsius, at) => {
    if (celsius >= 0.9 * most) last = timesS[at];
  });
  return last;
}

export interface FireComparison {
  readonly name: string;
  readonly fromS: number;
  readonly toS: number;
  readonly placesM: readonly number[];
  readonly measuredC: readonly number[];
  readonly predictedC: readonly number[];
  /** Mean distance over the places, by the measured peak’s rise. */
  readonly meanError: number;
  readonly measuredPeakM: number;
  readonly predictedPeakM: number;
}

const CELLS_FINE_M = 0.25;

/**
 * Runs the fire with the measured heat and air and compares the means over the time in which at least four fifths of
 * the most heat was released, before water was turned on.
 */
export function compareFireTest(test: FireTest): FireComparison {
  const rows = test.timesS.flatMap((t, k) => (t < test.waterFromS ? [k] : []));
  const most = Math.max(...rows.map((k) => test.heatW[k]));
  const counted = new Set(rows.filter((k) => test.heatW[k] >= 0.8 * most && (most < 1 || test.timesS[k] >= 100)));
  const ambientC = mean(test.measuredC[0]);
  const plan = planFireSection(test.shape);
  const fire = startFire(plan, test.source, ambientC);
  const measuredC = test.placesM.map((_, at) => mean([...counted].map((k) => test.measuredC[k][at])));
  const fine: number[] = [];
  for (let x = CELLS_FINE_M / 2; x < plan.lengthM; x += CELLS_FINE_M) fine.push(x);
  const sums = test.placesM.map(() => 0);
  const fineSums = fine.map(() => 0);
  for (let k = 0; k < rows.length; k++) {
    const seconds = k === 0 ? 0 : test.timesS[k] - test.timesS[k - 1];
    const airMps = test.airMps[k];
    if (seconds > 0) {
      stepFire(
        fire,
        {
          airMps,
          airC: ambientC,
          openAtStart: true,
          openAtEnd: true,
          mistKgPerM2S: 0,
          powderKgPerS: 0,
          toldW: test.heatW[k],
          toldYields: test.yields,
        },
        seconds,
      );
    }
    if (!counted.has(k)) continue;
    test.placesM.forEach((placeM, at) => {
      sums[at] += ceilingC(fire, placeM, airMps) / counted.size;
    });
    fine.forEach((placeM, at) => {
      fineSums[at] += ceilingC(fire, placeM, airMps) / counted.size;
    });
  }
  const rise = Math.max(...measuredC) - ambientC;
  const times = [...counted].map((k) => test.timesS[k]);
  return {
    name: test.name,
    fromS: Math.min(...times),
    toS: Math.max(...times),
    placesM: test.placesM,
    measuredC,
    predictedC: sums,
    meanError: mean(sums.map((celsius, at) => Math.abs(celsius - measuredC[at]))) / rise,
    measuredPeakM: test.placesM[measuredC.indexOf(Math.max(...measuredC))],
    predictedPeakM: fine[fineSums.indexOf(Math.max(...fineSums))],
  };
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
