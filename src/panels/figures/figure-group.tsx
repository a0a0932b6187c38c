import { type ReactNode, useId } from 'react';
import { type FigureGroup as Group, useText } from '../../i18n';
import { Icon } from '../../ui/icon';
import { useClosedGroups } from './closed-groups';

interface FigureGroupProps {
  readonly group: Group;
  readonly count: number;
  readonly children: ReactNode;
}

/** The figures of one part of the city under a heading that folds them away. */
export function FigureGroup({ group, count, children }: FigureGroupProps) {
  const text = useText();
  const isOpen = useClosedGroups(({ closed }) => !closed.includes(group));
  const listId = useId();
  return (
    <>
      <h3 className="figure-group-head">
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={listId}
          onClick={() => useClosedGroups.getState().toggle(group)}
        >
          <Icon name="fold" />
          {text.figures.groups[group]}
          <span className="figure-group-count">{count}</span>
        </button>
      </h3>
      <ul className="figure-list" id={listId} hidden={!isOpen}>
        {isOpen && children}
      </ul>
    </>
  );
}
