/** Switching that has been decided and waits for its time: a machine needs seconds, people have to go there. */
export interface Operations {
  /** Due times, links, positions (1 open) and the happening behind each, in parallel and in the order they were decided. */
  dueS: number[];
  link: number[];
  toOpen: number[];
  cause: number[];
  /** When the crew is there, or was; NaN while nobody is out. */
  crewThereS: number;
  /** When it has done what it was told so far. */
  crewFreeS: number;
}

/**
 * State Grid's service promise: on the spot within 45 minutes in cities (供电服务“十项承诺”), which stands where nobody in
 * the run knows how roads flow. What one switch takes with
 * its checks and locks is an assumption of ours.
 */
export const CREW_TRAVEL_S = 2_700;
export const CREW_SWITCHING_S = 600;

export function noOperations(): Operations {
  return { dueS: [], link: [], toOpen: [], cause: [], crewThereS: Number.NaN, crewFreeS: Number.NaN };
}

/** Decides a move; answers when it will be done. */
export function plan(
  operations: Operations,
  { nowS, crewComesS }: { readonly nowS: number; crewComesS(link: number): number },
  move: { readonly link: number; readonly toOpen: number; readonly automatic: boolean; readonly cause: number },
): number {
  const dueS = move.automatic ? nowS : crewTime(operations, nowS, () => crewComesS(move.link));
  operations.dueS.push(dueS);
  operations.link.push(move.link);
  operations.toOpen.push(move.toOpen);
  operations.cause.push(move.cause);
  return dueS;
}

function crewTime(operations: Operations, nowS: number, comesS: () => number): number {
  if (Number.isNaN(operations.crewThereS)) {
    operations.crewThereS = nowS + comesS();
    operations.crewFreeS = operations.crewThereS;
  }
  operations.crewFreeS = Math.max(operations.crewFreeS, nowS) + CREW_SWITCHING_S;
  return operations.crewFreeS;
}

export function isPlanned({ link }: Operations, wanted: number): boolean {
  return link.includes(wanted);
}

/** Hands out what is due, openings before closings, and forgets it. */
export function takeDue(
  operations: Operations,
  nowS: number,
  take: (link: number, toOpen: number, cause: number) => void,
): void {
  const { dueS, link, toOpen, cause } = operations;
  if (!dueS.some((due) => due <= nowS)) return;
  for (const opens of [1, 0]) {
    for (let i = 0; i < dueS.length; i++) if (dueS[i] <= nowS && toOpen[i] === opens) take(link[i], opens, cause[i]);
  }
  const kept = dueS.map((_, i) => i).filter((i) => dueS[i] > nowS);
  operations.dueS = kept.map((i) => dueS[i]);
  operations.link = kept.map((i) => link[i]);
  operations.toOpen = kept.map((i) => toOpen[i]);
  operations.cause = kept.map((i) => cause[i]);
}

/** The crew goes home. */
export function standDown(operations: Operations): void {
  operations.crewThereS = Number.NaN;
  operations.crewFreeS = Number.NaN;
}
