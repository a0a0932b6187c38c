import type { en } from './en';

/** A key that one language lacks, or has too many of, does not compile. */
export type Catalogue = typeof en;

export type Language = 'zh' | 'en';

export const languages = ['zh', 'en'] as const satisfies readonly Language[];

const learnt = new Map<Language, Catalogue>();

/** Fetches what the interface says in a language; a person reads one of them, so the other comes when it is asked for. */
export async function learn(language: Language): Promise<void> {
  if (learnt.has(language)) return;
  learnt.set(language, language === 'zh' ? (await import('./zh')).zh : (await import('./en')).en);
}

function wordsIn(language: Language): Catalogue {
  const words = learnt.get(language);
  if (words === undefined) throw new Error(`met the language '${language}' before it was learnt`);
  return words;
}

/** Of languages that have been learnt. */
export const catalogues: Readonly<Record<Language, Catalogue>> = {
  get zh() {
    return wordsIn('zh');
  },
  get en() {
    return wordsIn('en');
  },
};

/** How each language calls itself, and how it is told to browsers and screen readers. */
export const languageNames: Readonly<Record<Language, { readonly own: string; readonly tag: string }>> = {
  zh: { own: '中文', tag: 'zh-CN' },
  en: { own: 'English', tag: 'en' },
};

/** The first of a browser's wishes that we speak; English for the rest of the world. */
export function languageFor(wishes: readonly string[]): Language {
  for (const wish of wishes) {
    const primary = wish.toLowerCase().split('-')[0];
    if (primary === 'zh' || primary === 'en') return primary;
  }
  return 'en';
}
