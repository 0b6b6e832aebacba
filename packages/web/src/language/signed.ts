import type { Language } from '@rectify/words';

const formats: Readonly<Record<Language, Intl.NumberFormat>> = {
  en: new Intl.NumberFormat('en', { signDisplay: 'exceptZero' }),
  'zh-CN': new Intl.NumberFormat('zh-CN', { signDisplay: 'exceptZero' }),
};

/** A difference with its sign, which is no hyphen: `+4`, `−4`, `0`. */
export function signedText(difference: number, language: Language): string {
  return formats[language].format(difference).replace('-', '−');
}
