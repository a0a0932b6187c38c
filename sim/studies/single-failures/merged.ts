import type { Lived } from './forks';

/** What one life has to say of a domain, and another of all the others. */
export function merged(own: Lived, others: Lived, domain: string): Lived {
  const isOwn = (name: string) => name.startsWith(`${domain}.`);
  const pick = <Value>(a: Iterable<readonly [string, Value]>, b: Iterable<readonly [string, Value]>) => [
    ...[...a].filter(([name]) => isOwn(name)),
    ...[...b].filter(([name]) => !isOwn(name)),
  ];
  const figures = (a: Lived['figures'], b: Lived['figures']) =>
    Object.fromEntries(pick(Object.entries(a), Object.entries(b)));
  return {
    heard: own.heard,
    figures: figures(own.figures, others.figures),
    figuresBefore: figures(own.figuresBefore, others.figuresBefore),
    told: new Map(pick(own.told, others.told)),
    usedAtEnd: new Map(pick(own.usedAtEnd, others.usedAtEnd)) as Lived['usedAtEnd'],
  };
}
