import { useLanguage } from '../../i18n';
import { usePlaces } from '../../state/places';
import { useSelection } from '../../state/selection';

/** The name of what the pointer is on, else of what was clicked and has no panel of its own; hovering is not read aloud. */
export function PointedAt() {
  const language = useLanguage();
  const book = usePlaces((state) => state.book);
  const hovered = useSelection((state) => state.hovered);
  const selected = useSelection((state) => state.selected);
  const isPlacing = useSelection((state) => state.placing !== null);
  const element = hovered ?? selected;
  if (!element || !book) return null;
  const isSelected = element.kind === selected?.kind && element.id === selected.id;
  const hasPanel =
    element.kind === 'gallery-section' || element.kind === 'edge' || book.energy.knows(element.kind, element.id);
  if (!isPlacing && isSelected && hasPanel) return null;
  return (
    <p className="notice pointed-at" aria-live="off">
      {book.nameOf(element.kind, element.id, language)}
    </p>
  );
}
