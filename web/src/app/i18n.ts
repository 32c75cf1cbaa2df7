import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { spoken } from '../api/language.js';
import type { Language } from '../ui/format.js';
import type { said } from './said.vi.js';

const KEY = 'sph.language';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'said';
    resources: { said: typeof said };
  }
}

/** Only the language that is read is loaded. */
const LOAD = {
  vi: async () => (await import('./said.vi.js')).said,
  en: async () => (await import('./said.en.js')).said,
} as const;

function remembered(): Language {
  return document.documentElement.lang === 'en' ? 'en' : 'vi';
}

/** Keys asked for that no language has; the browser tests look here. */
declare global {
  interface Window {
    missingWords?: string[];
  }
}

export async function startWords(): Promise<void> {
  const language = remembered();
  window.missingWords = [];
  spoken.language = language;
  await i18next.use(initReactI18next).init({
    lng: language,
    defaultNS: 'said',
    ns: ['said'],
    resources: { [language]: { said: await LOAD[language]() } },
    interpolation: { escapeValue: false },
    returnEmptyString: false,
    saveMissing: true,
    missingKeyHandler: (_languages, _namespace, key) => window.missingWords?.push(key),
  });
}

/** At once, and next time too; the caller loads anew what the server words. */
export async function switchLanguage(language: Language): Promise<void> {
  i18next.addResourceBundle(language, 'said', await LOAD[language]());
  spoken.language = language;
  document.documentElement.lang = language;
  await i18next.changeLanguage(language);
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // remembered for this page only
  }
}
