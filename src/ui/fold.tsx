import { type ReactNode, useId } from 'react';
import { Icon } from './icon';

interface FoldProps {
  readonly name: string;
  readonly count: number;
  readonly isOpen: boolean;
  readonly children: ReactNode;
  onToggle(): void;
}

/** A part of a long list under a heading that folds it away; the heading stays in sight while its part is scrolled. */
export function Fold({ name, count, isOpen, children, onToggle }: FoldProps) {
  const bodyId = useId();
  return (
    <>
      <h3 className="fold-head">
        <button type="button" aria-expanded={isOpen} aria-controls={bodyId} onClick={onToggle}>
          <Icon name="fold" />
          {name}
          <span className="fold-count">{count}</span>
        </button>
      </h3>
      <div id={bodyId} hidden={!isOpen}>
        {isOpen && children}
      </div>
    </>
  );
}
