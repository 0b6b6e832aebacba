import { isLanguage, type Language } from '@rectify/words';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { readSetting, writeSetting } from '../settings/device-settings.ts';
import { type Area, loadTexts } from './areas.ts';

/** The areas whose texts have come, or are on their way. */
const wanted = new Set<Area>(['first']);

/** The language chosen on this device, else the browser's, else English. */
function preferred(): Language {
  const chosen = readSetting('language');
  if (isLanguage(chosen)) return chosen;
  return navigator.languages.some((tag) => tag.toLowerCase().startsWith('zh')) ? 'zh-CN' : 'en';
}

/** Loads what every page says, in the preferred language. Resolves when a page can be drawn. */
export async function startLanguage(): Promise<void> {
  const language = preferred();
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    returnEmptyString: true,
    defaultNS: 'words',
    resources: { [language]: { words: await loadTexts(language, wanted) } },
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  document.documentElement.lang = language;
}

/** Loads the texts of some areas in the language of the page, before something is drawn that says them. */
export async function bringTexts(areas: readonly Area[]): Promise<void> {
  for (const area of areas) wanted.add(area);
  let language: string;
  do {
    language = i18next.language;
    await addTexts(isLanguage(language) ? language : 'en', areas);
  } while (language !== i18next.language);
}

/** Changes the language of the page and keeps it on this device. */
export async function changeLanguage(language: Language): Promise<void> {
  // What is wanted meanwhile has to come in this language too.
  for (let known = 0; known < wanted.size; ) {
    known = wanted.size;
    await addTexts(language, wanted);
  }
  writeSetting('language', language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

async function addTexts(language: Language, areas: Iterable<Area>): Promise<void> {
  i18next.addResourceBundle(language, 'words', await loadTexts(language, areas));
}
