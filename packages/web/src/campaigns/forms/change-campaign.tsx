import type { CampaignWithCases } from '@rectify/projections/answers';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSendCampaignEvent } from '../../api/campaigns.ts';
import { newKey } from '../../api/client.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { Failure } from '../../design/states.tsx';
import { Field } from './field.tsx';
import classes from './forms.module.css';
import { RegionsField } from './regions-field.tsx';

interface ChangeProps {
  readonly campaign: CampaignWithCases;
}

/** Adds regions to a campaign or moves its last day. */
export function ExtendCampaign({ campaign }: ChangeProps) {
  const { t } = useTranslation();
  const [regions, setRegions] = useState<readonly string[]>([]);
  const [until, setUntil] = useState('');
  const nothing = regions.length === 0 && until === '' ? t('campaigns.form.missing.further') : undefined;
  return (
    <Change
      campaign={campaign}
      open={t('campaigns.form.extend')}
      verb={t('campaigns.form.extendDo')}
      missing={nothing}
      eventOf={(reason) => ({
        type: 'CampaignExtended',
        data: { ...(regions.length > 0 ? { regions } : {}), ...(until === '' ? {} : { until }), reason },
      })}
    >
      <RegionsField
        label={t('campaigns.form.moreRegions')}
        settled={campaign.regions}
        chosen={regions}
        onChange={setRegions}
      />
      <Field label={t('campaigns.form.until')}>
        {(described) => (
          <input
            {...described}
            type="date"
            value={until}
            min={campaign.until ?? undefined}
            onChange={({ target }) => setUntil(target.value)}
          />
        )}
      </Field>
    </Change>
  );
}

/** Ends a campaign. */
export function CloseCampaign({ campaign }: ChangeProps) {
  const { t } = useTranslation();
  return (
    <Change
      campaign={campaign}
      open={t('campaigns.form.close')}
      verb={t('campaigns.form.closeDo')}
      missing={undefined}
      eventOf={(reason) => ({ type: 'CampaignClosed', data: { reason } })}
    >
      <p>{t('campaigns.form.closeIntro')}</p>
    </Change>
  );
}

function Change({
  campaign: { campaignId },
  open: label,
  verb,
  missing,
  eventOf,
  children,
}: ChangeProps & {
  readonly open: string;
  readonly verb: string;
  /** What is still missing beside the reason. */
  readonly missing: string | undefined;
  readonly eventOf: (reason: string) => { readonly type: string; readonly data: unknown };
  readonly children: ReactNode;
}) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const [key, setKey] = useState(newKey);
  const send = useSendCampaignEvent(campaignId);
  const noReason = reason.trim() === '' ? t('campaigns.form.missing.reason') : undefined;
  const submit = () => {
    setAsked(true);
    if (noReason !== undefined || missing !== undefined) return;
    send.mutate(
      { ...eventOf(reason.trim()), key },
      {
        onSuccess: () => {
          setOpen(false);
          setReason('');
          setAsked(false);
          setKey(newKey());
        },
      },
    );
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{label}</Button>
      <Dialog open={open} title={verb} onClose={() => setOpen(false)}>
        <form
          noValidate
          className={classes.form}
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          {send.isError ? <Failure error={send.error} /> : null}
          {children}
          {asked && missing ? (
            <p role="alert" className={classes.fault}>
              {missing}
            </p>
          ) : null}
          <Field label={t('campaigns.form.reason')} fault={asked ? noReason : undefined}>
            {(described) => (
              <textarea {...described} rows={3} value={reason} onChange={({ target }) => setReason(target.value)} />
            )}
          </Field>
          <div className={classes.buttons}>
            <Button kind="primary" type="submit" disabled={send.isPending}>
              {verb}
            </Button>
            <Button kind="quiet" onClick={() => setOpen(false)}>
              {t('common.cancel')}
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
