import { isLanguage, type Language } from '@rectify/words';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { readSetting, writeSetting } from '../settings/device-settings.ts';

const load = {
  en: async () => (await import('./en/words.ts')).words,
  'zh-CN': async () => (await import('./zh-cn/words.ts')).words,
};

/** The language chosen on this device, else the browser's, else English. */
function preferred(): Language {
  const chosen = readSetting('language');
  if (isLanguage(chosen)) return chosen;
  return navigator.languages.some((tag) => tag.toLowerCase().startsWith('zh')) ? 'zh-CN' : 'en';
}

/** Loads the words of the preferred language. Resolves when the page can be drawn. */
export async function startLanguage(): Promise<void> {
  const language = preferred();
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    returnEmptyString: true,
    defaultNS: 'words',
    resources: { [language]: { words: await load[language]() } },
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  document.documentElement.lang = language;
}

/** Changes the language of the page and keeps it on this device. */
export async function changeLanguage(language: Language): Promise<void> {
  i18next.addResourceBundle(language, 'words', await load[language]());
  writeSetting('language', language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}
