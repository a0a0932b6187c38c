/** The boards of galleries' sections: the bus that feeds each, what it draws there, and whether it is fed. */
import { slotIn } from '../../../scene/compile/element-tables';
import type { CompiledScene } from '../../../scene/compiled';

/** By section: the node of its low-voltage board, else of the first of its equipment that names one; −1 none. */
export function boardNodes({ scene, elements }: CompiledScene): Int32Array {
  const table = elements['gallery-section'];
  const nodes = new Int32Array(table.count).fill(-1);
  for (const { compartments } of scene.galleries?.galleries ?? []) {
    for (const { sections, equipment } of compartments) {
      sections.forEach(({ id, fromM, toM }, index) => {
        const isLast = index === sections.length - 1;
        const here = equipment.filter(
          ({ atM, electricity }) => electricity !== undefined && atM >= fromM && (atM < toM || isLast),
        );
        const board = here.find(({ kind }) => kind === 'low-voltage-board') ?? here[0];
        if (board?.electricity !== undefined) nodes[slotIn(table, id)] = slotIn(elements.bus, board.electricity);
      });
    }
  }
  return nodes;
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
