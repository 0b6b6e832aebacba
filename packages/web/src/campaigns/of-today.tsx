import { useTranslation } from 'react-i18next';
import { useAsOf } from '../as-of/use-as-of.ts';

/** Says, while the page looks back, that campaigns do not. */
export function OfToday() {
  const { t } = useTranslation();
  return useAsOf().kind === 'past' ? <p className="quiet">{t('campaigns.ofToday')}</p> : null;
}
