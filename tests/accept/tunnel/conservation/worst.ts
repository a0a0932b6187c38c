/** A book that is closed every step: how far it was off at most, as a share of what it says. */
export interface Ledger {
  readonly name: string;
  readonly of: string;
  worst: number;
  steps: number;
}

export interface Book {
  readonly ledger: Ledger;
  /** Looks before a step; answers what looks after it. */
  begin(context: { read(port: string): Float64Array }): () => void;
}

export function ledgerOf(name: string, of: string): Ledger {
  return { name, of, worst: 0, steps: 0 };
}

export function note(ledger: Ledger, off: number, of: number): void {
  ledger.steps++;
  // What is no number has not closed.
  const share = Math.abs(off) / of;
  ledger.worst = share >= 0 ? Math.max(ledger.worst, share) : Number.POSITIVE_INFINITY;
}
