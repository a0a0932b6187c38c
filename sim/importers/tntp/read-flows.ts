/** `<name>_flow.tntp`: somebody's solution, 'from to volume cost' a row, in some files with a colon before the volume. */
import { fail, type Result, succeed } from '../../kernel';
import { withoutComment } from './metadata';
import { LineProblems } from './places';
import { readNumber, readWhole, shown } from './values';

export interface TntpFlows {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly volume: Float64Array;
}

export function readTntpFlows(text: string): Result<TntpFlows> {
  const problems = new LineProblems();
  const from: number[] = [];
  const to: number[] = [];
  const volume: number[] = [];
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  for (let i = 0; i < lines.length; i++) {
    const words = withoutComment(lines[i])
      .split(/[\s:;,]+/)
      .filter((word) => word !== '');
    if (words.length === 0 || words[0].startsWith('<')) continue;
    const [a, b, x] = [readWhole(words[0]), readWhole(words[1] ?? ''), readNumber(words[2] ?? '')];
    if (a === undefined && from.length === 0) continue; // the headings
    if (a === undefined || b === undefined || x === undefined) {
      problems.wrong('flow', i + 1, 'flow', `met ${shown(lines[i].trim())}, expected from, to and volume`);
    } else {
      from.push(a);
      to.push(b);
      volume.push(x);
    }
  }
  if (from.length === 0) problems.wrong('flow', 0, 'flow', 'has no rows');
  if (problems.hasErrors) return fail(problems.list());
  return succeed({ from: Int32Array.from(from), to: Int32Array.from(to), volume: Float64Array.from(volume) });
}
