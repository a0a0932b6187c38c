import { create } from 'zustand';
import { type Language, languageFor, languages } from '../i18n';
import { recall, remember } from './remembered';

interface LanguageState {
  readonly language: Language;
  speak(language: Language): void;
}

function first(): Language {
  const kept = recall('language');
  const known = languages.find((language) => language === kept);
  return known ?? languageFor(globalThis.navigator?.languages ?? []);
}

export const useSpoken = create<LanguageState>((set) => ({
  language: first(),
  speak: (language) => {
    remember('language', language);
    set({ language });
  },
}));
