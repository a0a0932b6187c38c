/** Counts of vehicles as a table: edge, hour, count. A broken row is told by its line, and the rest counts. */
import { type Problem, problem, warning } from '../../../../kernel';
import type { CompiledScene } from '../../../../scene/compiled';
import type { Counted } from './geh';

const COLUMNS = ['edge', 'hour', 'count'];

export function parseCounts(text: string, scene: CompiledScene): { counts: Counted[]; problems: Problem[] } {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const problems: Problem[] = [];
  const counts: Counted[] = [];
  const head = lines[0].split(',').map((cell) => cell.trim());
  const place = COLUMNS.map((column) => head.indexOf(column));
  if (place.some((at) => at < 0)) {
    return {
      counts,
      problems: [
        problem(
          'counts.columns',
          [1],
          `expected the columns ${COLUMNS.join(', ')}, found ${head.join(', ').slice(0, 200)}`,
        ),
      ],
    };
  }
  const seen = new Set<string>();
  for (let i = 1; i < lines.length; i++) {
    if (lines[i].trim() === '') continue;
    const cells = lines[i].split(',').map((cell) => cell.trim());
    const [edgeName, hourText, countText] = place.map((at) => cells[at] ?? '');
    const found = (what: string) => problems.push(warning('counts.row', [i + 1], what));
    const edge = scene.elements.edge.slotOf(edgeName);
    const hour = Number(hourText);
    const count = Number(countText);
    if (edge === undefined) found(`there is no edge "${edgeName.slice(0, 80)}"`);
    else if (hourText === '' || !Number.isInteger(hour) || hour < 0 || hour > 23)
      found(`expected an hour from 0 to 23, found "${hourText.slice(0, 40)}"`);
    else if (countText === '' || !Number.isFinite(count) || count < 0)
      found(`expected a count of 0 or more, found "${countText.slice(0, 40)}"`);
    else if (seen.has(`${edge} ${hour}`)) found(`${edgeName} at ${hour} is counted in an earlier line`);
    else {
      seen.add(`${edge} ${hour}`);
      counts.push({ edge, hour, count });
    }
  }
  return { counts, problems };
}
