import type { ReactNode } from 'react';
import { type FigureGroup as Group, useText } from '../../i18n';
import { useFolds } from '../../state/folds';
import { Fold } from '../../ui/fold';

interface FigureGroupProps {
  readonly group: Group;
  readonly count: number;
  readonly children: ReactNode;
}

/** The figures of one part of the city. */
export function FigureGroup({ group, count, children }: FigureGroupProps) {
  const text = useText();
  const part = `figures.${group}`;
  const isOpen = useFolds(({ folded }) => !folded.includes(part));
  return (
    <Fold
      name={text.figures.groups[group]}
      count={count}
      isOpen={isOpen}
      onToggle={() => useFolds.getState().toggle(part)}
    >
      <ul className="figure-list">{children}</ul>
    </Fold>
  );
}
