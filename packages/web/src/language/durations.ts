import type { TFunction } from 'i18next';

export { daysText } from '@rectify/words';

const minute = 60_000;
const hour = 60 * minute;

/** A day of 24 hours, in milliseconds. */
export const DAY = 24 * hour;

/** A duration to the minute: `6 days 3 hours 20 minutes`. Parts that are zero are left out; under a minute reads `0 minutes`. */
export function exactDuration(milliseconds: number, t: TFunction): string {
  const days = Math.floor(milliseconds / DAY);
  const hours = Math.floor((milliseconds % DAY) / hour);
  const minutes = Math.floor((milliseconds % hour) / minute);
  const said = [
    ...(days > 0 ? [t('common.duration.daysPart', { count: days })] : []),
    ...(hours > 0 ? [t('common.duration.hoursPart', { count: hours })] : []),
    ...(minutes > 0 || (days === 0 && hours === 0) ? [t('common.duration.minutesPart', { count: minutes })] : []),
  ];
  return said.slice(1).reduce((first, second) => t('common.duration.together', { first, second }), said[0] ?? '');
}
