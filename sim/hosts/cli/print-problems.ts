import { formatPath } from '../../kernel';
import type { FiledProblem } from './refusal';

/** 'scenes/x/roads.json: edges[3].lanes: met "two", expected a list [scene.type]', a line each. */
export function printProblems(problems: readonly FiledProblem[]): string {
  return problems
    .map((each) => {
      const inside = each.file !== undefined && each.path[0] === lastName(each.file) ? each.path.slice(1) : each.path;
      const place = [each.file, formatPath(inside)].filter((part) => part !== undefined && part !== '').join(': ');
      const word = each.severity === 'warning' ? 'warning: ' : '';
      return `${place === '' ? 'cityloom' : place}: ${word}${each.message} [${each.code}]\n`;
    })
    .join('');
}

function lastName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}
