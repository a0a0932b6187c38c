import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { kpis, type Unit } from '../../sim';
import { catalogues, formatClock, formatQuantity, formatShare, formatTimes, languages } from '../../src/i18n';
import { textsOf } from './catalogue-texts';
import { charactersIn } from './woff2-characters';

const root = resolve(import.meta.dirname, '../..');
const font = (name: string) => charactersIn(readFileSync(join(root, 'public/fonts', name)));
const regular = font('cityloom-ui-400.woff2');
const bold = font('cityloom-ui-700.woff2');
const latin = font('cityloom-latin-400.woff2');
const names = font('cityloom-names-400.woff2');

/** Characters of a text that no font of these can draw; spaces of every kind need no drawing. */
function missingFrom(text: string, ...fonts: ReadonlySet<number>[]): string[] {
  const missing = new Set<string>();
  for (const character of text) {
    if (/\s/u.test(character)) continue;
    if (!fonts.some((each) => each.has(character.codePointAt(0)!))) missing.add(character);
  }
  return [...missing];
}

describe('the bundled fonts', () => {
  it.each(languages)('draw every character that the interface says in %s, in both weights', (language) => {
    for (const { path, text } of textsOf(catalogues[language])) {
      expect(missingFrom(text, regular), path).toEqual([]);
      expect(missingFrom(text, bold), path).toEqual([]);
    }
  });

  it('draw every character written into a page or a component', () => {
    const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' });
    for (const file of files.filter((each) => /\.(tsx|html)$/.test(each))) {
      expect(missingFrom(readFileSync(join(root, 'src', file), 'utf8'), regular), file).toEqual([]);
    }
  });

  it('draw every number, time and share in every language', () => {
    const units = [...new Set(Object.values(kpis).map((kpi): Unit => kpi.unit)), 'kW', 'm³/h', '°C'] as const;
    for (const language of languages) {
      for (const value of [0, -0.0123, 12.3, 9_999, 123_456, -9.87e8, 1.2e12, Number.NaN]) {
        for (const unit of units) {
          const said = formatQuantity(value, unit, language, { signed: true });
          expect(missingFrom(said.number + said.unit, regular)).toEqual([]);
          expect(missingFrom(said.number, bold)).toEqual([]);
        }
        expect(missingFrom(formatShare(value, language) + formatTimes(value, language), regular)).toEqual([]);
      }
    }
    expect(missingFrom(formatClock(86_399), bold)).toEqual([]);
  });

  it('draw German, which comes next', () => {
    for (const each of [regular, bold, latin]) expect(missingFrom('ÄÖÜäöüß„“‚‘–', each)).toEqual([]);
  });

  it('draw every character that a scene contains', () => {
    const scenes = join(root, 'scenes');
    const files = readdirSync(scenes, { recursive: true, encoding: 'utf8' }).filter((each) => each.endsWith('.json'));
    expect(files.length).toBeGreaterThan(0);
    const beyondAscii = new Set<string>();
    for (const file of files) {
      for (const character of readFileSync(join(scenes, file), 'utf8').match(/[^\s -~]/gu) ?? []) {
        beyondAscii.add(character);
      }
    }
    expect(missingFrom([...beyondAscii].join(''), regular, names)).toEqual([]);
  });

  // Some two hundred bytes a character: the interface of all domains says its things with twelve hundred.
  it('are small enough to arrive before the city', () => {
    const bytes = (name: string) => readFileSync(join(root, 'public/fonts', name)).length;
    expect(bytes('cityloom-ui-400.woff2')).toBeLessThan(250_000);
    expect(bytes('cityloom-ui-700.woff2')).toBeLessThan(250_000);
    expect(bytes('cityloom-names-400.woff2')).toBeLessThan(1_300_000);
  });

  it('lack a character that nobody has asked for, so that this test can fail', () => {
    expect(missingFrom('龘', regular, names)).toEqual(['龘']);
  });
});
