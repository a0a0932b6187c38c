/** What an import guessed, changed, repaired or left out, by the id of the element it happened to. */
export interface ReportEntry {
  /** Stable: 'osm.guessed-lanes', 'osm.joined-junction'. */
  readonly code: string;
  readonly deed: Deed;
  /** 'way/123', 'node/45', 'relation/6', or the place in the file. */
  readonly element: string;
  readonly message: string;
}

export type Deed = 'guessed' | 'repaired' | 'joined' | 'dropped' | 'not-carried' | 'noted';

export interface ImportReport {
  readonly format: 'cityloom-import-report';
  readonly version: 1;
  /** How many of each code, all of them. */
  readonly counts: Readonly<Record<string, number>>;
  /** Each of them, up to MOST_LISTED a code. */
  readonly entries: readonly ReportEntry[];
  /** Of codes with more than are listed. */
  readonly unlisted: Readonly<Record<string, number>>;
  readonly figures: Readonly<Record<string, number | string>>;
}

const MOST_LISTED = 2_000;
const LONGEST_MESSAGE = 400;

export class Report {
  readonly #counts = new Map<string, number>();
  readonly #entries: ReportEntry[] = [];
  readonly figures: Record<string, number | string> = {};

  add(deed: Deed, code: string, element: string, message: string): void {
    const name = `osm.${code}`;
    const count = (this.#counts.get(name) ?? 0) + 1;
    this.#counts.set(name, count);
    if (count > MOST_LISTED) return;
    this.#entries.push({ code: name, deed, element, message: message.slice(0, LONGEST_MESSAGE) });
  }

  count(code: string): number {
    return this.#counts.get(`osm.${code}`) ?? 0;
  }

  done(): ImportReport {
    const counts = Object.fromEntries([...this.#counts].sort(([a], [b]) => (a < b ? -1 : 1)));
    const over = Object.entries(counts).filter(([, count]) => count > MOST_LISTED);
    return {
      format: 'cityloom-import-report',
      version: 1,
      counts,
      entries: this.#entries,
      unlisted: Object.fromEntries(over.map(([code, count]) => [code, count - MOST_LISTED])),
      figures: this.figures,
    };
  }
}
