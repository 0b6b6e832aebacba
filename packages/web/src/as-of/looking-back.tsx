import { useTranslation } from 'react-i18next';
import { Button } from '../design/button.tsx';
import { Notice } from '../design/states.tsx';
import { useAsOf } from './use-as-of.ts';

/** Stands where one would act, while the page looks back: nothing can be sent from the past, and how to come back. */
export function LookingBack() {
  const { t } = useTranslation();
  const { kind, goTo, demonstration } = useAsOf();
  if (kind === 'today') return null;
  return (
    <Notice kind="info">
      <p>{t('common.asOf.readOnly')}</p>
      <Button onClick={() => goTo('today')}>
        {demonstration ? t('common.asOf.goToToday') : t('common.asOf.backToNow')}
      </Button>
    </Notice>
  );
}
