import { useTranslation } from 'react-i18next';
import { useNarrow } from '../design/use-narrow.ts';

/** What the device in front of somebody is called: this phone, or this computer. */
export function useHere(): string {
  const { t } = useTranslation();
  return t(useNarrow() ? 'outbox.phone' : 'outbox.computer');
}
