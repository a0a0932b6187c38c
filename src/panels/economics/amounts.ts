import { type Language, languageNames } from '../../i18n';

const MILLION = 1e6;

/** Millions of yuan without digits that nobody could stand by; the published rows to the digit. */
export function millions(yuan: number, language: Language): string {
  const value = yuan / MILLION;
  return plainNumber(value, language, Math.abs(value) < 100 ? 2 : 0);
}

export function plainNumber(value: number, language: Language, digits = 2): string {
  const shown = new Intl.NumberFormat(languageNames[language].tag, { maximumFractionDigits: digits }).format(value);
  return shown.replace(/^-/, '−').replace(/^−0$/, '0');
}
