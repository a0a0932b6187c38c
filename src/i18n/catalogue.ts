import { en } from './en';
import { zh } from './zh';

/** A key that one language lacks, or has too many of, does not compile. */
export type Catalogue = typeof en;

export type Language = 'zh' | 'en';

export const languages = ['zh', 'en'] as const satisfies readonly Language[];

export const catalogues: Readonly<Record<Language, Catalogue>> = { zh, en };

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
