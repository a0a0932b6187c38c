/** What pipes of heat and cold give off to the air of the galleries that they lie in; cold ones take. */
import { galleryRuns } from '../../../scene/compile/gallery-runs';
import type { CompiledScene } from '../../../scene/compiled';
import type { LoopRun } from '../stations/loops';

/** A part of a pipe's loss that a section's air gets. */
interface Leak {
  readonly loop: number;
  readonly pipe: number;
  readonly section: number;
  readonly share: number;
}

export function compileWarmAir(compiled: CompiledScene, loops: readonly LoopRun[]): readonly Leak[] {
  const { heat, cooling } = compiled.scene;
  const runsOf = galleryRuns(compiled);
  return loops.flatMap(({ id, carrier }, loop) => {
    const file = (carrier === 'heat' ? heat : cooling)?.loops.find((each) => each.id === id);
    if (file === undefined) return [];
    const at = new Map(file.nodes.map((node) => [node.id, node.at]));
    return file.pipes.flatMap((line, pipe): Leak[] => {
      if (line.compartment === undefined) return [];
      const runs = runsOf(line, (node) => at.get(node) ?? [0, 0]);
      const lengthM = runs.reduce((sum, { fromM, toM }) => sum + toM - fromM, 0);
      return runs.map(({ section, fromM, toM }) => ({ loop, pipe, section, share: (toM - fromM) / lengthM }));
    });
  });
}
export type WarmAir = ReturnType<typeof compileWarmAir>;

/** Mean of the step that the loops have just made, both pipes of each pair. */
export function tellWarmAir(leaks: WarmAir, loops: readonly LoopRun[], stepS: number, outKw: Float64Array): void {
  outKw.fill(0);
  for (const { loop, pipe, section, share } of leaks) {
    const { supply, back, jPerM3K } = loops[loop].net;
    const lostJ = (supply.parcels.lostM3K[pipe] + back.parcels.lostM3K[pipe]) * jPerM3K;
    outKw[section] += (share * lostJ) / stepS / 1_000;
  }
}
