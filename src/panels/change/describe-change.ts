import { type Intervention, type InterventionKind, interventionKinds } from '../../../sim';
import { type Catalogue, fieldName, formatSetting, kindName, type Language, optionName } from '../../i18n';
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

/** '30 km/h', 'all lanes': numbers and choices; switches only where they are on. */
export function settingsOf(change: Intervention, text: Catalogue, language: Language): string {
  const fields = Object.entries(kindOf(change.kind)?.settings ?? {});
  return fields
    .filter(([, { idleWhen }]) => !idleWhen || change.settings[idleWhen.setting] !== idleWhen.is)
    .map(([name, field]) => {
      const value = change.settings[name];
      if (field.type === 'toggle') return value === true ? fieldName(change.kind, name, text) : '';
      if (field.type === 'choice') return optionName(change.kind, name, String(value), text);
      const number = formatSetting(Number(value), field.unit, language);
      return field.unit === '1' || field.unit === 'count' ? `${fieldName(change.kind, name, text)} ${number}` : number;
    })
    .filter(Boolean)
    .join(' · ');
}
