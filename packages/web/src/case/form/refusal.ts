import type { Language } from '@rectify/words';
import type { TFunction } from 'i18next';
import { Problem } from '../../api/problem.ts';
import type { EntryFault } from './compose.ts';

/** What is wrong with entries, by pointer, in words. */
export type Faults = ReadonlyMap<string, string>;

/** The faults found in this browser, in words. */
export function ownFaults(faults: readonly EntryFault[], t: TFunction): Faults {
  return new Map(faults.map(({ pointer, code }) => [pointer, t(`form.fault.${code}`)]));
}

/** The faults that the server found, by the field they are about; null where its refusal is about something else. */
export function faultsOfServer(error: unknown, t: TFunction, language: Language): Faults | null {
  if (!(error instanceof Problem) || !error.details.errors || error.details.errors.length === 0) return null;
  return new Map(
    error.details.errors.map(({ pointer, detail }) => [pointer, serverFault(pointer, detail, t, language)]),
  );
}

/** The server says it in English; what the page knows it says in its own words. */
function serverFault(pointer: string, detail: string, t: TFunction, language: Language): string {
  if (pointer === '/occurredAt' && detail.includes('future')) return t('form.fault.future');
  if (detail.includes('identity number')) return t('form.fault.identity');
  return language === 'en' ? `${detail.charAt(0).toUpperCase()}${detail.slice(1)}` : t('form.fault.other');
}
