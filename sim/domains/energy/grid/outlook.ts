import { tryWith } from './flow';
import type { GridRun } from './grid-run';

/**
 * What the control room reckons with when it looks for a way: this minute's loads, as they would be with all of it back
 * on the grid. Engines and batteries of a station that has gone dark give nothing then, since the next plan is what
 * starts them, while its pumps and chillers come back by themselves; and what an island's machines do now ends with it. So
 * a part that a battery carries is reckoned with as if it were dark.
 */
export function lookAhead(run: GridRun): void {
  const { grid, islands, wantedKw, wantedKvar, givenKw, tryKw, tryKvar, sectionKw } = run;
  const { sections, nodeCount } = grid;
  sectionKw.fill(0);
  for (let node = 0; node < nodeCount; node++) {
    tryKw[node] = wantedKw[node] - givenKw[node];
    tryKvar[node] = wantedKvar[node];
    sectionKw[sections.ofNode[node]] += wantedKw[node];
  }
  for (let station = 0; station < islands.count; station++) {
    const node = islands.node[station];
    if (node < 0) continue;
    tryKw[node] += islands.returnsKw[station] + islands.stopsKw[station];
    tryKvar[node] += islands.returnsKvar[station];
    sectionKw[sections.ofNode[node]] += islands.returnsKw[station];
  }
  tryWith(run.flow, tryKw, tryKvar);
}
