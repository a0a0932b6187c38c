/** Where in a text something stands, as an editor counts: lines and columns from 1. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

export function placeAt(text: string, offset: number): TextPlace {
  let line = 1;
  let lineStart = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) {
    line++;
    lineStart = at + 1;
  }
  return { line, column: offset - lineStart + 1 };
}

/** As a part of a problem's path. */
export function placeName(text: string, offset: number): string {
  const { line, column } = placeAt(text, offset);
  return `line ${line}, column ${column}`;
}
