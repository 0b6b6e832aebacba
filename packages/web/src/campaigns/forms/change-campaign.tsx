import type { CampaignWithCases } from '@rectify/projections/answers';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSendCampaignEvent } from '../../api/campaigns.ts';
import { newKey } from '../../api/client.ts';
import { ErrorSummary } from '../../case/form/error-summary.tsx';
import formClasses from '../../case/form/form.module.css';
import type { Faults } from '../../case/form/refusal.ts';
import { Button } from '../../design/button.tsx';
import { useDayFault } from '../../design/day-fault.ts';
import { DayInput } from '../../design/day-input.tsx';
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
  const min = campaign.until ?? undefined;
  const untilFault = useDayFault()(until, { min });
  const isEmpty = regions.length === 0 && until === '';
  return (
    <ChangeForm
      campaign={campaign}
      type="CampaignExtended"
      verb={t('campaigns.form.extendDo')}
      data={{ ...(regions.length > 0 ? { regions } : {}), ...(until === '' ? {} : { until }) }}
      wrong={[
        ...(untilFault === undefined ? [] : [['further/until', untilFault] as const]),
        ...(isEmpty ? [['further', t('campaigns.form.missing.further')] as const] : []),
      ]}
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
        {({ className: _, ...control }) => <DayInput {...control} value={until} min={min} onChange={setUntil} />}
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
  wrong = [],
  onClose,
  children,
}: FormProps & {
  readonly type: 'CampaignExtended' | 'CampaignClosed';
  readonly verb: string;
  /** What is sent beside the reason. */
  readonly data?: Readonly<Record<string, unknown>>;
  /** What is missing or wrong beside the reason, by the field it is about. */
  readonly wrong?: readonly (readonly [pointer: string, fault: string])[];
  readonly children: ReactNode;
}) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [faults, setFaults] = useState<Faults>(new Map());
  const [key] = useState(newKey);
  const labels = new Map([
    ['further/until', t('campaigns.form.until')],
    ['reason', t('campaigns.form.reason')],
  ]);
  const send = useSendCampaignEvent(campaignId);
  const submit = () => {
    const found = new Map([
      ...wrong,
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
      <ErrorSummary faults={faults} labelOf={(pointer) => labels.get(pointer) ?? null} />
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
