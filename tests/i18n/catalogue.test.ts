import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { elementKinds, type InterventionKind, interventionKinds, knobs, kpis, ports, problem } from '../../sim';
import {
  catalogues,
  fieldName,
  kindDoes,
  kindName,
  languageFor,
  languages,
  optionName,
  sayHappening,
  sayProblem,
} from '../../src/i18n';
import { textsOf } from './catalogue-texts';

const root = resolve(import.meta.dirname, '../..');

/** Every code that the engine's source passes to one of these calls. */
function codesIn(folders: readonly string[], call: RegExp): string[] {
  const codes = new Set<string>();
  for (const folder of folders) {
    for (const file of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.ts')) continue;
      for (const match of readFileSync(join(root, folder, file), 'utf8').matchAll(call)) codes.add(match[1]);
    }
  }
  return [...codes].sort();
}

describe.each(languages)('the catalogue in %s', (language) => {
  const text = catalogues[language];
  const kinds: readonly InterventionKind[] = Object.values(interventionKinds);

  it('has the same keys as every other one', () => {
    const keys = (each: (typeof languages)[number]) =>
      textsOf(catalogues[each])
        .map(({ path }) => path)
        .sort();
    expect(keys(language)).toEqual(keys('en'));
  });

  it('leaves no text empty, save those of units that have no name', () => {
    const empty = textsOf(text).filter((each) => each.text.trim() === '');
    expect(empty.map(({ path }) => path).sort()).toEqual(['units.1', 'units.count', 'units.fraction']);
  });

  it('names every figure and says how it is worked out', () => {
    for (const name of Object.keys(kpis) as (keyof typeof kpis)[]) {
      expect(text.kpis[name].name).not.toBe('');
      expect(text.kpis[name].formula.length).toBeGreaterThan(6);
    }
  });

  it('names every kind of change, each of its settings and each of their options', () => {
    for (const { kind, settings } of kinds) {
      expect(kindName(kind, text)).not.toBe(kind);
      expect(kindDoes(kind, text)).not.toBe('');
      for (const [field, spec] of Object.entries(settings)) {
        expect(fieldName(kind, field, text), `${kind}.${field}`).not.toBe(field);
        for (const option of spec.type === 'choice' ? spec.options : []) {
          expect(optionName(kind, field, option, text), `${kind}.${field}.${option}`).not.toBe(option);
        }
      }
    }
  });

  it('names every kind of element that a port, a knob or a change may be about', () => {
    for (const kind of elementKinds) expect(text.elements[kind].many).not.toBe('');
    for (const each of [...Object.values(ports), ...Object.values(knobs)])
      expect(text.elements[each.per]).toBeDefined();
  });

  it('has a sentence for everything that the engine says has happened', () => {
    const codes = codesIn(['sim/domains', 'sim/runtime'], /happen\(\s*'([a-z]+\.[a-z-]+)'/g);
    expect(codes).toContain('intervention.started');
    for (const code of codes) expect(Object.keys(text.happeningTexts)).toContain(code);
  });

  it('says the numbers of a happening that has some', () => {
    const foreseen = {
      id: 1,
      tick: 0,
      code: 'energy.overload-foreseen',
      element: 'x',
      causes: [],
      values: { minutes: 14.6 },
    };
    expect(sayHappening(foreseen as never, 'X', language)).toMatch(/15/);
  });

  it('has a text, or one for its family, for every problem that a page may meet', () => {
    const folders = [
      'sim/kernel',
      'sim/scene',
      'sim/interventions',
      'sim/scenarios',
      'sim/runtime',
      'src/engine',
      'src/city',
    ];
    const codes = codesIn(folders, /\b(?:problem|warning|error|warn)\(\s*'([a-z]+\.[a-z-]+)'/g);
    expect(codes.length).toBeGreaterThan(30);
    for (const code of codes) expect(sayProblem(problem(code, [], ''), text), code).not.toBe(code);
  });

  it('falls back to the code where nobody has written a text', () => {
    expect(sayProblem(problem('nobody.knows', [], ''), text)).toBe('nobody.knows');
    const happening = { id: 1, tick: 0, code: 'nobody.knows', element: 'x', causes: [], values: {} } as never;
    expect(sayHappening(happening, 'X', language)).toContain('nobody.knows');
  });
});

describe('the language of a visitor', () => {
  it('is the first that the browser wishes for and we speak', () => {
    expect(languageFor(['zh-HK', 'en'])).toBe('zh');
    expect(languageFor(['fr', 'zh-CN', 'en'])).toBe('zh');
    expect(languageFor(['en-GB'])).toBe('en');
    expect(languageFor(['fr'])).toBe('en');
    expect(languageFor([])).toBe('en');
  });

  it('forms English plurals', () => {
    const { failedLead } = catalogues.en.status;
    expect(failedLead({ count: 1 })).toBe('1 thing is wrong:');
    expect(failedLead({ count: 3 })).toBe('3 things are wrong:');
  });
});
