/** The boards of galleries' sections: the buses that feed each, what it draws there, and whether it is fed. */
import { slotIn } from '../../../scene/compile/element-tables';
import type { CompiledScene } from '../../../scene/compiled';

/** By section, −1 none. A board with a second feed goes over to it by itself while the first has no voltage, and back. */
export interface Boards {
  readonly first: Int32Array;
  readonly second: Int32Array;
  /** Which of them it hangs on in this step; and from its end on, for whoever is told. */
  readonly now: Int32Array;
  readonly next: Int32Array;
}

/** The node of a section's low-voltage board, else of the first of its equipment that names one. */
export function boardsOf({ scene, elements }: CompiledScene): Boards {
  const table = elements['gallery-section'];
  const first = new Int32Array(table.count).fill(-1);
  const second = new Int32Array(table.count).fill(-1);
  for (const { compartments } of scene.galleries?.galleries ?? []) {
    for (const { sections, equipment } of compartments) {
      sections.forEach(({ id, fromM, toM }, index) => {
        const isLast = index === sections.length - 1;
        const here = equipment.filter(
          ({ atM, electricity }) => electricity !== undefined && atM >= fromM && (atM < toM || isLast),
        );
        const board = here.find(({ kind }) => kind === 'low-voltage-board') ?? here[0];
        if (board?.electricity === undefined) return;
        const slot = slotIn(table, id);
        first[slot] = slotIn(elements.bus, board.electricity);
        if (board.standby !== undefined) second[slot] = slotIn(elements.bus, board.standby);
      });
    }
  }
  return { first, second, now: first.slice(), next: first.slice() };
}

/** The feed that each board hangs on: the second while the first is dark and it is not. */
export function findFeeds({ first, second }: Boards, isLive: (node: number) => boolean, feed: Int32Array): void {
  for (let section = 0; section < feed.length; section++) {
    const goesOver = second[section] >= 0 && !isLive(first[section]) && isLive(second[section]);
    feed[section] = goesOver ? second[section] : first[section];
  }
}

/** Motors of fans and pumps: cos φ 0.85, as small asynchronous ones have at load (IEC 60034 makers' sheets). */
const TAN_PHI = 0.62;

/** What sections draw comes to the loads of their nodes. */
export function addSections(
  boards: Int32Array,
  demandKw: Float64Array,
  wantedKw: Float64Array,
  wantedKvar: Float64Array,
): void {
  for (let section = 0; section < boards.length; section++) {
    const node = boards[section];
    if (node < 0) continue;
    wantedKw[node] += demandKw[section];
    wantedKvar[node] += demandKw[section] * TAN_PHI;
  }
}
