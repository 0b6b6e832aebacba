import { useLanguage } from '../language/use-words.ts';

/** Says days of one column, so that their points stand beneath each other: whole where all of them are, else to a tenth, and less than one to a hundredth. */
export function useDaysBeneath(column: readonly number[]): (days: number) => string {
  const language = useLanguage();
  const whole = column.every((days) => Math.round(days * 100) % 100 === 0);
  return (days) => {
    const digits = whole ? 0 : days > 0 && days < 1 ? 2 : 1;
    return new Intl.NumberFormat(language, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(
      days,
    );
  };
}
