/** Where the rows of an output go, as they come: a file of the command line, a list in a test. */
export interface TextSink {
  write(text: string): void;
}

export type Field = string | number | null;

/** A row of RFC 4180; nothing where there is no figure. Numbers to the millionth, as SUMO's longest. */
export function csvRow(fields: readonly Field[]): string {
  let row = '';
  for (let i = 0; i < fields.length; i++) {
    const field = fields[i];
    if (i > 0) row += ',';
    if (field === null) continue;
    row += typeof field === 'number' ? figure(field) : quoted(field);
  }
  return `${row}\r\n`;
}

function figure(value: number): string {
  if (Number.isNaN(value)) return '';
  return String(Math.round(value * 1e6) / 1e6);
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
