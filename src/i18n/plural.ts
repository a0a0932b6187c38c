const englishRules = new Intl.PluralRules('en');

/** Chinese needs one form; English has two, and "1" alone decides between them. */
export function inEnglish(count: number, one: string, other: string): string {
  return englishRules.select(count) === 'one' ? one : other;
}
