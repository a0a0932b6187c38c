import type { Unit } from '../../sim';
import { catalogues, type Language, languageNames } from './catalogue';

/** A number as a person reads it, apart from its unit so that the two can be set in different sizes. */
export interface Quantity {
  readonly number: string;
  readonly unit: string;
}

/** Things that are counted are exact until Chinese or English would shorten them; what is measured has three digits. */
const counted: ReadonlySet<Unit> = new Set<Unit>(['veh', 'trips', 'persons', 'count']);

const SIGNIFICANT_DIGITS = 3;
const EXACT_BELOW = 10_000;

/** Power and energy climb to the next unit where four digits would be needed; `Intl` has no megawatt. */
const ladders: Partial<
  Record<Unit, readonly { readonly from: number; readonly per: number; readonly unit: string }[]>
> = {
  kW: [
    { from: 1e3, per: 1e3, unit: 'MW' },
    { from: 1e6, per: 1e6, unit: 'GW' },
  ],
  kWh: [
    { from: 1e3, per: 1e3, unit: 'MWh' },
    { from: 1e6, per: 1e6, unit: 'GWh' },
  ],
  kg: [{ from: 1e4, per: 1e3, unit: 't' }],
};

/** 万 and 亿 in Chinese, millions in English: how many of the unit are meant by the word. */
const bigWords: Readonly<Record<Language, readonly { readonly from: number; readonly word: string }[]>> = {
  zh: [
    { from: 1e4, word: '万' },
    { from: 1e8, word: '亿' },
  ],
  en: [
    { from: 1e6, word: ' million' },
    { from: 1e9, word: ' billion' },
  ],
};

const formats = new Map<string, Intl.NumberFormat>();

function numberFormat(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = language + JSON.stringify(options);
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(languageNames[language].tag, options);
    formats.set(key, format);
  }
  return format;
}

export interface QuantityOptions {
  /** + or − always, and neither for a difference that rounds to nothing. */
  readonly signed?: boolean;
  /** Chooses the unit by this magnitude, so that a value, its baseline and their difference share one. */
  readonly scaleOf?: number;
}

export function formatQuantity(
  value: number | undefined,
  unit: Unit,
  language: Language,
  options: QuantityOptions = {},
): Quantity {
  if (value === undefined || !Number.isFinite(value)) return { number: '–', unit: '' };
  if (unit === 'fraction') return formatQuantity(value * 100, '%', language, options);
  const size = Math.max(Math.abs(value), Math.abs(options.scaleOf ?? 0));
  const rung = ladders[unit]?.findLast((step) => size >= step.from);
  const shown = rung ? value / rung.per : value;
  const shownSize = rung ? size / rung.per : size;
  const big = bigWords[language].findLast((step) => shownSize >= step.from);
  const format = numberFormat(language, {
    ...digitsFor(shown, unit, shownSize, big !== undefined),
    signDisplay: options.signed ? 'exceptZero' : 'negative',
  });
  const isOne = Math.abs(shown) === 1 && !big;
  return {
    number: typographic(format.format(big ? shown / big.from : shown)) + (big?.word ?? ''),
    unit: rung?.unit ?? unitName(unit, isOne, language),
  };
}

function digitsFor(shown: number, unit: Unit, size: number, shortened: boolean): Intl.NumberFormatOptions {
  if (shown === 0) return { maximumFractionDigits: 0 };
  const isCount = counted.has(unit);
  if (isCount && !shortened && size < EXACT_BELOW && Number.isInteger(shown)) return { maximumFractionDigits: 0 };
  return { minimumSignificantDigits: isCount ? 1 : SIGNIFICANT_DIGITS, maximumSignificantDigits: SIGNIFICANT_DIGITS };
}

/** The number and its unit as one text: no space before a percent sign or a Chinese unit's number word. */
export function formatWithUnit(
  value: number | undefined,
  unit: Unit,
  language: Language,
  options: QuantityOptions = {},
): string {
  const { number, unit: name } = formatQuantity(value, unit, language, options);
  if (name === '') return number;
  return name === '%' ? `${number}%` : `${number} ${name}`;
}

/** A setting as it was set: no rounding beyond what a slider's notch shows. */
export function formatSetting(value: number, unit: Unit, language: Language): string {
  const number = typographic(numberFormat(language, { maximumFractionDigits: 6 }).format(value));
  const name = unit === '1' || unit === 'count' ? '' : unitName(unit, Math.abs(value) === 1, language);
  return name === '' ? number : `${number} ${name}`;
}

function unitName(unit: Unit, isOne: boolean, language: Language): string {
  const { units, unitsOfOne } = catalogues[language];
  return (isOne ? unitsOfOne[unit] : undefined) ?? units[unit];
}

/** '0.5%', '12%' */
export function formatShare(share: number, language: Language): string {
  if (!Number.isFinite(share)) return '–';
  return typographic(numberFormat(language, { style: 'percent', maximumSignificantDigits: 2 }).format(share));
}

/** A pace: whole from ten up, one decimal below. */
export function formatTimes(times: number, language: Language): string {
  if (!Number.isFinite(times)) return '–';
  const digits = Math.abs(times) < 9.95 ? 1 : 0;
  return numberFormat(language, { maximumFractionDigits: digits }).format(times);
}

/** A hyphen is no minus sign. */
function typographic(text: string): string {
  return text.replace('-', '−');
}
