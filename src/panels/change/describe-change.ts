import { type Intervention, type InterventionKind, interventionKinds } from '../../../sim';
import { type Catalogue, kindName, type Language } from '../../i18n';
import type { PlaceBook } from '../../state/place-book';

/** The row of a kind by a name from outside; undefined where this version knows no such kind. */
export function kindOf(name: string): InterventionKind | undefined {
  return (interventionKinds as Readonly<Record<string, InterventionKind>>)[name];
}

/** 'Close a road: Tuanjie Road, A to B and 2 more' */
export function describeChange(
  change: Intervention,
  book: PlaceBook | null,
  text: Catalogue,
  language: Language,
): string {
  const kind = kindOf(change.kind);
  const where = kind && book && placesOf(change, book, text, language);
  const name = kindName(change.kind, text);
  return where ? `${name}${language === 'zh' ? '：' : ': '}${where}` : name;
}

/** Where it is made: its first place, and how many more. */
export function placesOf(change: Intervention, book: PlaceBook, text: Catalogue, language: Language): string {
  const kind = kindOf(change.kind);
  if (!kind || change.targets.length === 0) return '';
  const street = book.wholeStreet(kind.targets.kind, change.targets, language);
  if (street !== undefined) return street;
  const first = book.nameOf(kind.targets.kind, change.targets[0], language);
  const more = change.targets.length - 1;
  return more > 0 ? text.change.and({ first, more }) : first;
}
