/** What an import guessed, changed or left out: every note by its path, counted by code; a flood is counted, not listed. */

type Deed = 'guessed' | 'repaired' | 'dropped' | 'not-carried' | 'noted';

export interface ReportEntry {
  /** Stable: 'sumo.broken'. */
  readonly code: string;
  readonly deed: Deed;
  /** The file, then the way to the element in it by kinds and names. */
  readonly path: readonly (string | number)[];
  /** The same as a person reads it. */
  readonly element: string;
  readonly message: string;
}

export interface ImportReport {
  readonly format: 'cityloom-import-report';
  readonly version: 1;
  /** How many of each code, all of them. */
  readonly counts: Readonly<Record<string, number>>;
  readonly entries: readonly ReportEntry[];
  /** Of codes with more than are listed. */
  readonly unlisted: Readonly<Record<string, number>>;
  readonly figures: Readonly<Record<string, number | string>>;
  /** Names that had to change, by kind: as they were to as they are. */
  readonly renamed: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const MOST_LISTED = 2_000;
const LONGEST_MESSAGE = 400;

/** What each code says was done; one that is not here was noted only. */
const deeds: Readonly<Record<string, Deed>> = {
  broken: 'dropped',
  duplicate: 'dropped',
  'before-begin': 'dropped',
  'left-out': 'dropped',
  'not-carried': 'not-carried',
  guessed: 'guessed',
  'no-place': 'guessed',
  changed: 'repaired',
};

export class ImportNotes {
  readonly #counts = new Map<string, number>();
  readonly #entries: ReportEntry[] = [];
  readonly #renamed = new Map<string, Map<string, string>>();

  /** A code as 'sumo.broken'; the path begins with the file. */
  add(code: string, path: readonly (string | number)[], message: string): void {
    const count = (this.#counts.get(code) ?? 0) + 1;
    this.#counts.set(code, count);
    if (count > MOST_LISTED) return;
    this.#entries.push({
      code,
      deed: deeds[code.replace(/^sumo\./, '')] ?? 'noted',
      path: [...path],
      element: path.length > 1 ? `${path[0]}: ${path.slice(1).join(' ')}` : String(path[0]),
      message: message.slice(0, LONGEST_MESSAGE),
    });
  }

  rename(kind: string, from: string, to: string): void {
    const names = this.#renamed.get(kind) ?? new Map<string, string>();
    this.#renamed.set(kind, names.set(from, to));
  }

  report(figures: ImportReport['figures']): ImportReport {
    const counts = [...this.#counts].sort(([a], [b]) => (a < b ? -1 : 1));
    return {
      format: 'cityloom-import-report',
      version: 1,
      counts: Object.fromEntries(counts),
      entries: this.#entries,
      unlisted: Object.fromEntries(
        counts.filter(([, count]) => count > MOST_LISTED).map(([code, count]) => [code, count - MOST_LISTED]),
      ),
      figures,
      renamed: Object.fromEntries([...this.#renamed].map(([kind, names]) => [kind, Object.fromEntries(names)])),
    };
  }
}
