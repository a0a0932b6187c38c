import { create } from 'zustand';
import { type Language, languageFor, languages, learn } from '../i18n';
import { useChrome } from './chrome';
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
  speak: (language) =>
    void learn(language).then(
      () => {
        remember('language', language);
        set({ language });
      },
      () => useChrome.getState().missPart(true),
    ),
}));
