import { useLanguage } from '../../i18n';
import { usePlaces } from '../../state/places';
import { useSelection } from '../../state/selection';

/** The name of what the pointer is on, else of what was clicked; hovering is not read aloud. */
export function PointedAt() {
  const language = useLanguage();
  const book = usePlaces((state) => state.book);
  const element = useSelection((state) => state.hovered ?? state.selected);
  if (!element || !book) return null;
  return (
    <p className="notice pointed-at" aria-live="off">
      {book.nameOf(element.kind, element.id, language)}
    </p>
  );
}
