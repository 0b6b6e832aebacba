import type { ParseKeys, TFunction } from 'i18next';

/**
 * The words for a key that is built from a code, such as `reasons.reason.no-order`; the fallback where there are none.
 * That every code of the domain has words in both languages is what the language tests show.
 */
export function say(
  t: TFunction,
  key: string,
  fallback: string,
  values: Readonly<Record<string, string>> = {},
): string {
  return t(key as ParseKeys, { ...values, defaultValue: fallback });
}
