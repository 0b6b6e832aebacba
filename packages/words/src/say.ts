import type { TFunction } from 'i18next';

/** `t` without the list of known keys, for keys that are put together from codes. */
type AnyKey = (key: string, values: Readonly<Record<string, string>>) => string;

/**
 * The words for a key that is built from a code, such as `reasons.reason.no-order`; undefined where there are none.
 * That every code of the domain has words in both languages is what the language tests show.
 */
export function sayIfKnown(
  t: TFunction,
  key: string,
  values: Readonly<Record<string, string>> = {},
): string | undefined {
  const said = (t as unknown as AnyKey)(key, values);
  return said === key ? undefined : said;
}

/** The words for a key that is built from a code; the fallback where there are none. */
export function say(
  t: TFunction,
  key: string,
  fallback: string,
  values: Readonly<Record<string, string>> = {},
): string {
  return sayIfKnown(t, key, values) ?? fallback;
}
