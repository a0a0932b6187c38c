const englishRules = new Intl.PluralRules('en');

/** Chinese needs one form; English has two, and "1" alone decides between them. */
export function inEnglish(count: number, one: string, other: string): string {
  return englishRules.select(count) === 'one' ? one : other;
}

/** A sentence after 'because': its first word is small unless it is a name. */
export function insideSentence(sentence: string, name: string): string {
  return sentence.startsWith(name) ? sentence : sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
