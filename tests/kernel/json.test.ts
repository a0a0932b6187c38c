import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson } from '../../sim/kernel/json';
import type { Problem } from '../../sim/kernel/problem';

function problemsOf(text: string, limits?: Parameters<typeof parseJson>[1]): readonly Problem[] {
  const result = parseJson(text, limits);
  return result.ok ? [] : result.problems;
}
const found = (text: string, limits?: Parameters<typeof parseJson>[1]) =>
  problemsOf(text, limits).map(({ code, path }) => [code, path]);

describe('reading JSON from outside', () => {
  it('reads whatever JSON can hold as the language itself does', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary', maxDepth: 5 }), fc.nat(4), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        const result = parseJson(text);
        if (result.ok) expect(result.value).toEqual(JSON.parse(text));
        else expect(result.problems.every(({ code }) => code === 'json.forbidden-key')).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('accepts no text that the language refuses, however it was damaged', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.nat(),
        fc.constantFrom(...'{}[]",:\\u0e-+.1nt \n\u0000\ud800'),
        (value, pick, unit) => {
          const whole = JSON.stringify(value);
          const at = pick % (whole.length + 1);
          for (const text of [
            whole.slice(0, at) + unit + whole.slice(at),
            whole.slice(0, at) + unit + whole.slice(at + 1),
          ]) {
            if (parsesNatively(text)) expect(found(text).map(([code]) => code)).not.toContain('json.syntax');
            else
              expect(found(text).map(([code]) => code)).toContainEqual(
                expect.stringMatching(/^json\.(syntax|truncated)$/),
              );
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('says of every true beginning of a text that it ends too early', () => {
    const text = '{"roads": [{"id": "r1", "l\\u00e4nge": -1.5e+3}, true, null], "a": "b\\n"}';
    for (let length = 0; length < text.length; length++) {
      expect(
        found(text.slice(0, length)).map(([code]) => code),
        text.slice(0, length),
      ).toEqual(['json.truncated']);
    }
    expect(found(text)).toEqual([]);
  });

  it('names line, column and path of what is not JSON, as one problem', () => {
    const text = '{\n  "edges": [\n    {"lanes": [1, 2, x]}\n  ]\n}';
    expect(problemsOf(text)).toEqual([
      {
        severity: 'error',
        code: 'json.syntax',
        path: ['edges', 0, 'lanes', 2],
        message: 'expected a value, met "x" at line 3, column 22',
      },
    ]);
  });

  it.each([
    ['nothing', '', 'json.truncated'],
    ['spaces', ' \n', 'json.truncated'],
    ['a comma too many in an array', '[1,]', 'json.syntax'],
    ['a comma too many in an object', '{"a":1,}', 'json.syntax'],
    ['a comma at the front', '[,1]', 'json.syntax'],
    ['a comma missing', '[1 2]', 'json.syntax'],
    ['a colon missing', '{"a" 1}', 'json.syntax'],
    ['a bare name', '{a:1}', 'json.syntax'],
    ['single quotes', "{'a':1}", 'json.syntax'],
    ['brackets that do not match', '[1}', 'json.syntax'],
    ['a bracket too many', '[1]]', 'json.syntax'],
    ['a second document', '{} {}', 'json.syntax'],
    ['a comment', '[1] // one', 'json.syntax'],
    ['NaN', '[NaN]', 'json.syntax'],
    ['Infinity', '[-Infinity]', 'json.syntax'],
    ['a leading zero', '[01]', 'json.syntax'],
    ['a leading plus', '[+1]', 'json.syntax'],
    ['a bare point', '[.5]', 'json.syntax'],
    ['a point without digits', '[1.]', 'json.syntax'],
    ['an exponent without digits', '[1e]', 'json.syntax'],
    ['a hexadecimal number', '[0x10]', 'json.syntax'],
    ['a lone minus', '[-]', 'json.syntax'],
    ['a line break in a string', '["a\nb"]', 'json.syntax'],
    ['a NUL in a string', '["a\u0000b"]', 'json.syntax'],
    ['an unknown escape', '["\\x41"]', 'json.syntax'],
    ['a short escape', '["\\u12"]', 'json.syntax'],
    ['a misspelt word', '[trve]', 'json.syntax'],
    ['a non-breaking space', '[\u00a01]', 'json.syntax'],
    ['a second mark', '\ufeff\ufeff[]', 'json.syntax'],
  ])('refuses %s', (_what, text, code) => {
    expect(parsesNatively(text)).toBe(false);
    expect(found(text).at(-1)?.[0]).toBe(code);
  });

  it('lists everything else that is wrong, each with its path', () => {
    const text = `\ufeff{
      "a": {"x": 1, "y": 2, "x": 3},
      "list": [1e400, {"__proto__": {"admin": true}}, -1e999, "\\ud800", "\ud83d"],
      "b": {"constructor": 1, "prototype": 2},
      "\\u0061": "the key a, written otherwise"
    }`;
    expect(found(text)).toEqual([
      ['json.byte-order-mark', []],
      ['json.duplicate-key', ['a', 'x']],
      ['json.not-finite', ['list', 0]],
      ['json.forbidden-key', ['list', 1, '__proto__']],
      ['json.not-finite', ['list', 2]],
      ['json.lone-surrogate', ['list', 3]],
      ['json.lone-surrogate', ['list', 4]],
      ['json.forbidden-key', ['b', 'constructor']],
      ['json.forbidden-key', ['b', 'prototype']],
      ['json.duplicate-key', ['a']],
    ]);
  });

  it('sees through escapes in forbidden keys', () => {
    expect(found('{"__pr\\u006fto__": 1}')).toEqual([['json.forbidden-key', ['__proto__']]]);
  });

  it('finds a key given twice in an object of any size', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 60 }), fc.nat(), fc.nat(), (size, first, second) => {
        const keys = Array.from({ length: size }, (_, i) => `k${i}`);
        const i = first % size;
        keys.splice(i + 1 + (second % (size - i)), 0, keys[i]);
        const text = `{"o": {${keys.map((key) => `"${key}": {"k0": 1}`).join(',')}}}`;
        expect(found(text)).toEqual([['json.duplicate-key', ['o', `k${i}`]]]);
      }),
    );
  });

  it('takes pairs of surrogates, raw or escaped, and numbers at the edge of the range', () => {
    const text = '["\ud83d\ude00", "\\ud83d\\ude00", "\\ud83d\ude00", 1.7976931348623157e308, -1e-400, 0e999]';
    expect(parseJson(text)).toEqual({
      ok: true,
      value: ['😀', '😀', '😀', Number.MAX_VALUE, -0, 0],
      warnings: [],
    });
    expect(found('["\\ude00\\ud83d"]')).toEqual([['json.lone-surrogate', [0]]]);
    expect(found(`[${'9'.repeat(400)}]`)).toEqual([['json.not-finite', [0]]]);
  });

  it('refuses a million arrays inside one another, closed or not', () => {
    const deep = '['.repeat(1_000_000);
    expect(found(deep + ']'.repeat(1_000_000)).map(([code]) => code)).toEqual(['json.too-deep']);
    expect(found(deep).map(([code]) => code)).toEqual(['json.too-deep', 'json.truncated']);
    expect(found('{"a":'.repeat(1_000_000)).map(([code]) => code)).toEqual(['json.too-deep', 'json.truncated']);
  });

  it('goes on behind what is too deep', () => {
    expect(found('{"a": [[["]"]]], "b": 1e400, "c": [[[]]]}', { maxDepth: 3 })).toEqual([
      ['json.too-deep', ['a', 0, 0].slice(0, 3)],
      ['json.not-finite', ['b']],
      ['json.too-deep', ['c', 0, 0]],
    ]);
    expect(found('[[[]]]', { maxDepth: 3 })).toEqual([]);
  });

  it('keeps to its limits of bytes and values', () => {
    expect(found('"ééé"', { maxBytes: 8 })).toEqual([]);
    expect(found('"ééé"', { maxBytes: 7 })).toEqual([['json.too-large', []]]);
    expect(found('"😀"', { maxBytes: 6 })).toEqual([]);
    expect(found('"😀"', { maxBytes: 5 })).toEqual([['json.too-large', []]]);
    expect(found('[1,2,3]', { maxValues: 4 })).toEqual([]);
    expect(found('[1,2,[3]]', { maxValues: 4 })).toEqual([['json.too-many-values', [2, 0]]]);
  });

  it('lists a thousand problems and counts the rest', () => {
    const problems = problemsOf(`[${Array(5_000).fill('1e999').join(',')}]`);
    expect(problems.length).toBe(1_001);
    expect(problems.at(-1)?.message).toMatch(/^4000 more/);
  });

  it('leaves no prototype changed', () => {
    parseJson('{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}');
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

function parsesNatively(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
