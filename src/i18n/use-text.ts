import { createContext, useContext } from 'react';
import { type Catalogue, catalogues, type Language } from './catalogue';

const LanguageContext = createContext<Language>('en');

/** Whatever stands inside speaks this language. */
export const LanguageProvider = LanguageContext.Provider;

export function useLanguage(): Language {
  return useContext(LanguageContext);
}

export function useText(): Catalogue {
  return catalogues[useContext(LanguageContext)];
}
