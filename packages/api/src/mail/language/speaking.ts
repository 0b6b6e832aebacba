import type { Language } from '@rectify/words';
import { words as inEnglish } from '@rectify/words/en';
import { words as inChinese } from '@rectify/words/zh-cn';
import { createInstance, type TFunction } from 'i18next';
import { mail as english } from './en.ts';
import { mail as chinese } from './zh-cn.ts';

/** What mails say, in each language. */
export type Texts = Readonly<Record<Language, TFunction>>;

/** Prepares to say what mails say, in each language. */
export async function speaking(): Promise<Texts> {
  const languages = createInstance();
  await languages.init({
    lng: 'en',
    fallbackLng: false,
    returnEmptyString: true,
    defaultNS: 'words',
    resources: {
      en: { words: { ...inEnglish, mail: english } },
      'zh-CN': { words: { ...inChinese, mail: chinese } },
    },
    interpolation: { escapeValue: false },
  });
  return { en: languages.getFixedT('en'), 'zh-CN': languages.getFixedT('zh-CN') };
}
