/** The languages of the page and of mails, named as their readers name them. */
export const languages = { en: 'English', 'zh-CN': '简体中文' } as const;

/** A language, as a BCP 47 tag. */
export type Language = keyof typeof languages;

/** Whether a tag is a language that there are words in. */
export function isLanguage(tag: string | null | undefined): tag is Language {
  return tag === 'en' || tag === 'zh-CN';
}
