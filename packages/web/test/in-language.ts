import i18next, { type TFunction } from 'i18next';
import { words as english } from '../src/language/en/words.ts';
import { words as chinese } from '../src/language/zh-cn/words.ts';

/** The page's words in a language, without a page. */
export async function inLanguage(language: 'en' | 'zh-CN'): Promise<TFunction> {
  return i18next.createInstance().init({
    lng: language,
    fallbackLng: false,
    returnEmptyString: true,
    defaultNS: 'words',
    resources: { en: { words: english }, 'zh-CN': { words: chinese } },
    interpolation: { escapeValue: false },
  });
}
