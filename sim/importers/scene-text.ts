/**
 * Text of a scene file: one element a line, so that a change shows as the lines it changes. Objects at the top spread
 * over lines, lists of things have a line for each, and all below is written without spaces.
 */
export function sceneText(value: unknown): string {
  return `${topLevel(value)}\n`;
}

function topLevel(value: unknown): string {
  if (!isRecord(value)) return JSON.stringify(value);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .map(([key, member]) => `${JSON.stringify(key)}:${listOrPlain(member)}`);
  return `{\n${members.join(',\n')}\n}`;
}

/** Numbers of a long list, as a terrain's heights, that share a line. */
const NUMBERS_A_LINE = 400;

function listOrPlain(value: unknown): string {
  if (Array.isArray(value) && value.length > NUMBERS_A_LINE && typeof value[0] === 'number') return longList(value);
  if (!Array.isArray(value) || value.length === 0 || !value.every(isRecord)) return JSON.stringify(value);
  return `[\n${value.map((element) => JSON.stringify(element)).join(',\n')}\n]`;
}

function longList(numbers: readonly unknown[]): string {
  const lines: string[] = [];
  for (let i = 0; i < numbers.length; i += NUMBERS_A_LINE) {
    const line = numbers.slice(i, i + NUMBERS_A_LINE).map((number) => JSON.stringify(number));
    lines.push(line.join(','));
  }
  return `[\n${lines.join(',\n')}\n]`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
