import { resolve } from 'node:path';
import { type Calibration, calibrate, parseCounts } from '../../../domains/traffic';
import { sceneText } from '../../../importers/scene-text';
import type { Arguments } from '../arguments';
import type { Answer, Context } from '../context';
import { openScene } from '../find-scene';
import { printProblems } from '../print-problems';
import { MOST_FILE_BYTES, readText } from '../read-file';
import { type FiledProblem, inFile, Refusal, refuse } from '../refusal';
import { writeWhole } from '../write-file';

const DEFAULT_SEED = 7;
const DEFAULT_BOUND = 3;
const ROWS_PRINTED = 20;

/** `calibrate`: counts by hour to factors of the demand. Broken rows are told by their lines, and the rest counts. */
export async function performCalibrate(given: Arguments, context: Context): Promise<Answer> {
  const scene = await openScene(given.operands[0], context);
  const path = resolve(context.cwd, given.operands[1]);
  if (scene.scene.demand === undefined)
    throw refuse(
      'calibrate.no-demand',
      `the scene ${scene.id} has no demand.json, expected one whose trips can be fitted`,
    );
  const text = await readText(path, MOST_FILE_BYTES);
  if (!text.ok) throw new Refusal(inFile(text.problems, path));
  const { counts, problems } = parseCounts(text.value, scene);
  const told = inFile(problems, path);
  if (counts.length === 0)
    throw new Refusal(told.length > 0 ? told : inFile(refuse('counts.none', 'no row counts').problems, path));
  const found = calibrate(scene, counts, {
    seed: given.number('seed') ?? DEFAULT_SEED,
    bound: given.number('bound') ?? DEFAULT_BOUND,
    progressed: (share) => context.progress.show(share, 'finding ways'),
  });
  const out = given.text('out');
  if (out !== undefined) await writeWhole(resolve(context.cwd, out), sceneText(found.demand));
  const { demand: _, ...rest } = found;
  const named = (table: Calibration['before']) => ({
    ...table,
    rows: table.rows.map(({ edge, ...row }) => ({ edge: scene.elements.edge.ids[edge], ...row })),
  });
  const document = {
    ok: true,
    problems: told,
    scene: scene.id,
    sceneHash: scene.hash,
    ...rest,
    before: named(found.before),
    after: named(found.after),
  };
  return { document, text: describe(found, told, scene.elements.edge.ids) };
}

function describe(found: Calibration, problems: readonly FiledProblem[], edges: readonly string[]): string {
  const { before, after, factors } = found;
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  const worst = after.rows.map((row, i) => [row, before.rows[i]] as const).sort(([a], [b]) => b.geh - a.geh);
  return [
    `${printProblems(problems)}${after.rows.length} counts; GEH below 5: ${percent(before.shareBelow5)} before, ${percent(after.shareBelow5)} after; mean GEH ${before.meanGeh.toFixed(2)} and ${after.meanGeh.toFixed(2)}`,
    `counted ${Math.round(after.counted)}, modelled ${Math.round(before.modelled)} before and ${Math.round(after.modelled)} after (${found.rounds} rounds)`,
    ...factors.map(
      ({ group, factor, bounded }) => `  ${factor.toFixed(3)}${bounded ? ' (at its bound)' : ''}  ${group}`,
    ),
    ...(found.unseen.length > 0 ? [`Past no count: ${found.unseen.join(', ')}`] : []),
    'Farthest from their counts:',
    ...worst
      .slice(0, ROWS_PRINTED)
      .map(
        ([row, was]) =>
          `  GEH ${was.geh.toFixed(1).padStart(5)} → ${row.geh.toFixed(1).padStart(5)}  ${String(row.hour).padStart(2, '0')}:00  counted ${Math.round(row.count)}, modelled ${Math.round(was.model)} → ${Math.round(row.model)}  ${edges[row.edge]}`,
      ),
  ].join('\n');
}
