import { type Catalogue, kindName, useLanguage, useText } from '../../i18n';
import { useEdits } from '../../state/edits';
import { usePlaces } from '../../state/places';
import { describeChange, kindOf } from '../change/describe-change';

/** Happenings name elements of the city, or changes that somebody made. */
export function usePlaceName(): (element: string, code: string, isShort?: boolean) => string {
  const text = useText();
  const language = useLanguage();
  const book = usePlaces((state) => state.book);
  const { list, done, undone } = useEdits((state) => state.history);
  return (element, code, isShort = false) => {
    const change =
      list.find((each) => each.id === element) ??
      [...done, ...undone].find((deed) => deed.subject.id === element)?.subject;
    if (change) return isShort ? kindName(change.kind, text) : describeChange(change, book, text, language);
    return (
      (isShort ? book?.shortNameOfAny(element, language, code) : book?.nameOfAny(element, language, code)) ??
      kindOfId(element, text) ??
      element
    );
  };
}

/** What is left of a change that was undone and then written over: its kind, which its name begins with. */
function kindOfId(id: string, text: Catalogue): string | undefined {
  const kind = id.split('.')[0].replace(/-\d+$/, '');
  return kindOf(kind) && kindName(kind, text);
}
