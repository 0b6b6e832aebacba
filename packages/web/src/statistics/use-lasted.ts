import { useLanguage } from '../language/use-words.ts';

/** Says how many days a stay lasted: to a tenth, and a stay of less than a day to a hundredth, some fifteen minutes. */
export function useLasted(): (days: number) => string {
  const language = useLanguage();
  return (days) => new Intl.NumberFormat(language, { maximumFractionDigits: days < 1 ? 2 : 1 }).format(days);
}
