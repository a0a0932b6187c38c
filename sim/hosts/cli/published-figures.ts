import { judgePublished } from '../../domains/energy/reference/published';
import { candidate, type PublishedRow as Judged, type KpiName, PUBLISHED_OF, type PublishedCause } from '../../ports';
import type { RunResult } from '../../studies';
import { formatFigure } from './format-figure';

export interface PublishedRow {
  readonly what: string;
  readonly published: number;
  readonly atLeast: boolean;
  readonly fitted: boolean;
  readonly unit: string;
  readonly reached: number;
  readonly met: boolean;
  /** Why not, where it is not. */
  readonly cause: string | null;
}

/** Figures of a year are only to be had from one. */
const NEARLY_A_YEAR_S = 364 * 86_400;

/** The park’s published figures beside those of its own run that lasted a year; none of any other. */
export function publishedRows({ scenario, totals }: RunResult): PublishedRow[] {
  if (scenario.scene !== PUBLISHED_OF || scenario.durationSeconds < NEARLY_A_YEAR_S) return [];
  if (totals['park.energy-saving'] === undefined) return [];
  return judgePublished((name: KpiName) => totals[name]?.value ?? 0).map(rowOf);
}

function rowOf({ what, value, atLeast, fitted, unit, reached, met, cause }: Judged): PublishedRow {
  return {
    what,
    published: value,
    atLeast: atLeast === true,
    fitted: fitted === true,
    unit,
    reached,
    met,
    cause: cause && sayCause(cause),
  };
}

/** In words, with the numbers of the balance that the published set was reconciled with. */
export function sayCause(cause: PublishedCause): string {
  const of = candidate;
  switch (cause.code) {
    case 'meters': {
      const carriers = (['electricity', 'heat', 'cooling', 'gas'] as const).map(
        (carrier) => `${carrier} ${cause[carrier].toFixed(1)} %`,
      );
      return `meters read from afar are at connections of 10 kW, 5,000 GJ or 10,000 m³ a year and more (GB 17167), as the scene has them; they saw ${carriers.join(', ')}`;
    }
    case 'engines':
      return `engines give ${cause.engines.toFixed(0)} GWh (candidate ${of.engines}) and the grid ${cause.imported.toFixed(0)} (${of.imported}): for this aim engines run whenever their heat is of use`;
    case 'ambient':
      return `heat pumps take ${cause.ambient.toFixed(0)} GWh from the ground (candidate ${of.ambient}): they serve the 45 °C loops alone, and much of the heat is wanted at 90 °C`;
    case 'coal':
      return `the reference takes ${cause.reference.toFixed(0)} thousand tonnes of coal (published set ${of.reference}) and the park ${cause.park.toFixed(0)} (${of.park}): ${sayOutside(cause)}, and cars charge in both`;
    case 'demand':
      return `houses take ${cause.heatLess.toFixed(0)} % less heat and ${cause.coolingLess.toFixed(0)} % less cold than the reference (candidate ${of.heatLess} and ${of.coolingLess}); ${sayOutside(cause)}`;
  }
}

const sayOutside = ({ kitchens, losses }: { readonly kitchens: number; readonly losses: number }) =>
  `kitchens and processes burn ${kitchens.toFixed(0)} GWh of gas, pipes and cables lose ${losses.toFixed(0)} GWh, which its balance leaves out`;

export function publishedLines(result: RunResult): string[] {
  const rows = publishedRows(result);
  if (rows.length === 0) return [];
  const width = Math.max(...rows.map(({ what }) => what.length));
  const cells = rows.map((row) => {
    const note = [row.fitted ? 'factors fitted' : '', row.cause ?? ''].filter((each) => each !== '');
    const wanted = `${row.atLeast ? '≥ ' : ''}${formatFigure(row.published)}`;
    return `  ${row.what.padEnd(width)}  ${formatFigure(row.reached).padStart(12)}  published ${wanted.padStart(7)} ${row.unit}  ${note.join('; ')}`;
  });
  return ['the park’s published figures', ...cells.map((line) => line.trimEnd())];
}
