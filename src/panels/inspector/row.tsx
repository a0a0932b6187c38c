import type { ReactNode } from 'react';
import type { ElementKind } from '../../../sim';
import { useLanguage } from '../../i18n';
import { usePlaces } from '../../state/places';
import { useSelection } from '../../state/selection';

/** One line of an inspector: what it is, and how much. */
export function Row({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="inspector-row">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** The name of another element; pressing it looks at that one. */
export function Other({ kind, id }: { readonly kind: ElementKind; readonly id: string }) {
  const language = useLanguage();
  const book = usePlaces((state) => state.book);
  return (
    <button type="button" className="inspector-other" onClick={() => useSelection.getState().pick({ kind, id })}>
      {book?.nameOf(kind, id, language) ?? id}
    </button>
  );
}
