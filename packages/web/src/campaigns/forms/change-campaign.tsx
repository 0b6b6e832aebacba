import type { CampaignWithCases } from '@rectify/projections/answers';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSendCampaignEvent } from '../../api/campaigns.ts';
import { newKey } from '../../api/client.ts';
import { ErrorSummary } from '../../case/form/error-summary.tsx';
import formClasses from '../../case/form/form.module.css';
import type { Faults } from '../../case/form/refusal.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { Failure } from '../../design/states.tsx';
import { Field } from './field.tsx';
import { RegionsField } from './regions-field.tsx';

interface ChangeProps {
  readonly campaign: CampaignWithCases;
}

interface FormProps extends ChangeProps {
  readonly onClose: () => void;
}

/** Adds regions to a campaign or moves its last day. */
export function ExtendCampaign({ campaign }: ChangeProps) {
  const { t } = useTranslation();
  return (
    <InDialog label={t('campaigns.form.extend')} title={t('campaigns.form.extendDo')}>
      {(onClose) => <ExtendForm campaign={campaign} onClose={onClose} />}
    </InDialog>
  );
}

/** Ends a campaign. */
export function CloseCampaign({ campaign }: ChangeProps) {
  const { t } = useTranslation();
  return (
    <InDialog label={t('campaigns.form.close')} title={t('campaigns.form.closeDo')}>
      {(onClose) => (
        <ChangeForm campaign={campaign} type="CampaignClosed" verb={t('campaigns.form.closeDo')} onClose={onClose}>
          <p>{t('campaigns.form.closeIntro')}</p>
        </ChangeForm>
      )}
    </InDialog>
  );
}

function InDialog({
  label,
  title,
  children,
}: {
  readonly label: string;
  readonly title: string;
  readonly children: (onClose: () => void) => ReactNode;
}) {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{label}</Button>
      <Dialog open={open} title={title} onClose={close}>
        {open ? children(close) : null}
      </Dialog>
    </>
  );
}

function ExtendForm({ campaign, onClose }: FormProps) {
  const { t } = useTranslation();
  const [regions, setRegions] = useState<readonly string[]>([]);
  const [until, setUntil] = useState('');
  return (
    <ChangeForm
      campaign={campaign}
      type="CampaignExtended"
      verb={t('campaigns.form.extendDo')}
      data={{ ...(regions.length > 0 ? { regions } : {}), ...(until === '' ? {} : { until }) }}
      missing={regions.length === 0 && until === '' ? t('campaigns.form.missing.further') : undefined}
      onClose={onClose}
    >
      <RegionsField
        pointer="further/regions"
        label={t('campaigns.form.moreRegions')}
        settled={campaign.regions}
        chosen={regions}
        onChange={setRegions}
      />
      <Field pointer="further/until" label={t('campaigns.form.until')}>
        {(control) => (
          <input
            {...control}
            type="date"
            data-short="true"
            value={until}
            min={campaign.until ?? undefined}
            onChange={({ target }) => setUntil(target.value)}
          />
        )}
      </Field>
    </ChangeForm>
  );
}

/** Asks for the reason of a change, and sends it. */
function ChangeForm({
  campaign: { campaignId },
  type,
  verb,
  data = {},
  missing,
  onClose,
  children,
}: FormProps & {
  readonly type: 'CampaignExtended' | 'CampaignClosed';
  readonly verb: string;
  /** What is sent beside the reason. */
  readonly data?: Readonly<Record<string, unknown>>;
  /** What is still missing beside the reason. */
  readonly missing?: string | undefined;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [faults, setFaults] = useState<Faults>(new Map());
  const [key] = useState(newKey);
  const send = useSendCampaignEvent(campaignId);
  const submit = () => {
    const found = new Map([
      ...(missing === undefined ? [] : [['further', missing] as const]),
      ...(reason.trim() === '' ? [['reason', t('campaigns.form.missing.reason')] as const] : []),
    ]);
    setFaults(found);
    if (found.size === 0) send.mutate({ type, data: { ...data, reason: reason.trim() }, key }, { onSuccess: onClose });
  };
  return (
    <form
      noValidate
      className={formClasses.form}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <ErrorSummary faults={faults} labelOf={(pointer) => (pointer === 'reason' ? t('campaigns.form.reason') : null)} />
      {send.isError ? <Failure error={send.error} /> : null}
      {children}
      <Field pointer="reason" label={t('campaigns.form.reason')} fault={faults.get('reason')}>
        {(control) => (
          <textarea {...control} rows={3} value={reason} onChange={({ target }) => setReason(target.value)} />
        )}
      </Field>
      <div className={formClasses.foot}>
        <Button kind="primary" type="submit" disabled={send.isPending}>
          {verb}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}
