/** What an import guessed or could not carry, by line of the file; the same form as the other importers'. */

export type Deed = 'guessed' | 'dropped' | 'not-carried' | 'noted';

export interface ReportEntry {
  /** Stable: 'epanet.controls'. */
  readonly code: string;
  readonly deed: Deed;
  /** Line, section, name. */
  readonly path: readonly (string | number)[];
  readonly message: string;
}

export interface ImportReport {
  readonly format: 'cityloom-import-report';
  readonly version: 1;
  readonly counts: Readonly<Record<string, number>>;
  readonly entries: readonly ReportEntry[];
  /** Of codes with more than are listed. */
  readonly unlisted: Readonly<Record<string, number>>;
  readonly figures: Readonly<Record<string, number | string>>;
  /** Names that no scene can have, and what they are called there. */
  readonly renamed: Readonly<Record<string, string>>;
}

const MOST_LISTED = 2_000;

export class ImportNotes {
  readonly #counts = new Map<string, number>();
  readonly #entries: ReportEntry[] = [];

  add(deed: Deed, code: string, path: readonly (string | number)[], message: string): void {
    const name = `epanet.${code}`;
    const count = (this.#counts.get(name) ?? 0) + 1;
    this.#counts.set(name, count);
    if (count <= MOST_LISTED) this.#entries.push({ code: name, deed, path, message });
  }

  report(figures: ImportReport['figures'], renamed: ImportReport['renamed']): ImportReport {
    const counts = [...this.#counts].sort(([a], [b]) => (a < b ? -1 : 1));
    const over = counts.filter(([, count]) => count > MOST_LISTED);
    return {
      format: 'cityloom-import-report',
      version: 1,
      counts: Object.fromEntries(counts),
      entries: this.#entries,
      unlisted: Object.fromEntries(over.map(([code, count]) => [code, count - MOST_LISTED])),
      figures,
      renamed,
    };
  }
}
