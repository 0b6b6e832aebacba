import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type KeptSettings,
  type NotificationSettings,
  useKeepNotificationSettings,
  useNotificationSettings,
} from '../api/notifications.ts';
import { Problem } from '../api/problem.ts';
import { ErrorSummary } from '../case/form/error-summary.tsx';
import { fieldId } from '../case/form/field-id.ts';
import formClasses from '../case/form/form.module.css';
import { described, Labelled } from '../case/form/labelled.tsx';
import { Button } from '../design/button.tsx';
import { Failure, Loading, Notice } from '../design/states.tsx';
import { useDates, useLanguage } from '../language/use-words.ts';
import classes from './notifications-page.module.css';

/** Where somebody chooses what they are told of by e-mail. On the page itself they see it in any case. */
export function NotificationsPage() {
  const { t } = useTranslation();
  const kept = useNotificationSettings();
  return (
    <div className={classes.page}>
      <title>{`${t('common.notifications.title')} · ${t('common.product')}`}</title>
      <h1>{t('common.notifications.title')}</h1>
      <p>{t('common.notifications.onThePage')}</p>
      {kept.data ? (
        <Chosen kept={kept.data} />
      ) : kept.isError ? (
        <Failure error={kept.error} onRetry={() => void kept.refetch()} />
      ) : (
        <Loading lines={5} />
      )}
    </div>
  );
}

function Chosen({ kept: { settings, mailIsSent, refused } }: { readonly kept: KeptSettings }) {
  const { t } = useTranslation();
  const dates = useDates();
  const language = useLanguage();
  const [chosen, setChosen] = useState(settings);
  const keep = useKeepNotificationSettings();
  const change = (next: Partial<NotificationSettings>) => {
    keep.reset();
    setChosen({ ...chosen, ...next });
  };
  const wrong = keep.error instanceof Problem && keep.error.details.errors?.some(({ pointer }) => pointer === '/email');
  const fault = wrong ? t('common.notifications.noAddress') : undefined;
  return (
    <form
      className={formClasses.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        keep.mutate({ ...chosen, language });
      }}
    >
      <ErrorSummary
        faults={new Map(fault === undefined ? [] : [['/email', fault]])}
        labelOf={() => t('common.notifications.email')}
      />
      {refused ? (
        <Notice kind="error">
          <p>
            {t('common.notifications.refused', {
              address: refused.address,
              time: dates.time(refused.at),
              said: refused.said,
            })}
          </p>
          <p>{t('common.notifications.afterRefusal')}</p>
        </Notice>
      ) : null}
      {mailIsSent ? (
        <p>{t('common.notifications.sends')}</p>
      ) : (
        <Notice kind="info">
          <p>{t('common.notifications.noMail')}</p>
        </Notice>
      )}
      <Labelled
        label={t('common.notifications.email')}
        required={false}
        pointer="/email"
        hint={t('common.notifications.emailHint')}
        fault={fault}
      >
        <input
          {...described('/email', { hint: true, fault })}
          type="email"
          autoComplete="email"
          className={formClasses.input}
          value={chosen.email ?? ''}
          onChange={({ target }) => change({ email: target.value.trim() === '' ? null : target.value.trim() })}
        />
      </Labelled>
      <fieldset className={formClasses.group}>
        <legend className={formClasses.label}>{t('common.notifications.about')}</legend>
        {(['news', 'deadlines'] as const).map((what) => (
          <label key={what} className={formClasses.tickLabel} htmlFor={fieldId(`/${what}`)}>
            <input
              id={fieldId(`/${what}`)}
              type="checkbox"
              checked={chosen[what]}
              onChange={({ target }) => change({ [what]: target.checked })}
            />
            {t(`common.notifications.${what}`)}
          </label>
        ))}
      </fieldset>
      <div className={formClasses.foot}>
        <Button kind="primary" type="submit" disabled={keep.isPending}>
          {t('common.notifications.keep')}
        </Button>
        <p role="status">{keep.isSuccess ? t('common.notifications.kept') : ''}</p>
      </div>
      {keep.isError && fault === undefined ? <Failure error={keep.error} /> : null}
    </form>
  );
}
