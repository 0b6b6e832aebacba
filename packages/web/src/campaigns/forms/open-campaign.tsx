import { NOT_STATED } from '@rectify/engine/rectification';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOpenCampaign } from '../../api/campaigns.ts';
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

const triggers = ['power-outage', 'power-shortage', 'accident', 'other'] as const;

const empty = {
  name: '',
  trigger: 'power-outage' as string,
  triggeredOn: '',
  authority: '',
  legalBasis: '',
  until: '',
  regions: [] as readonly string[],
};

/** Opens a campaign, and goes to it. */
export function OpenCampaign() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button kind="primary" onClick={() => setOpen(true)}>
        {t('campaigns.form.open')}
      </Button>
      <Dialog open={open} title={t('campaigns.form.open')} onClose={() => setOpen(false)}>
        {open ? <Form onClose={() => setOpen(false)} /> : null}
      </Dialog>
    </>
  );
}

function Form({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const opening = useOpenCampaign();
  const [entered, setEntered] = useState(empty);
  const [faults, setFaults] = useState<Faults>(new Map());
  const [key] = useState(newKey);
  const dayFault = useDayFault();
  const { name, trigger, triggeredOn, authority, legalBasis, until, regions } = entered;
  const enter = (change: Partial<typeof empty>) => setEntered({ ...entered, ...change });
  const labels = new Map([
    ['open/name', t('campaigns.form.name')],
    ['open/triggeredOn', t('campaigns.form.triggeredOn')],
    ['open/authority', t('campaigns.form.authority')],
    ['open/regions', t('campaigns.form.regions')],
    ['open/until', t('campaigns.form.until')],
  ]);

  const submit = () => {
    const [wrongDay, wrongUntil] = [dayFault(triggeredOn), dayFault(until)];
    const wrong = new Map([
      ...(name.trim() === '' ? [['open/name', t('campaigns.form.missing.name')] as const] : []),
      ...(wrongDay === undefined ? [] : [['open/triggeredOn', wrongDay] as const]),
      ...(authority.trim() === '' ? [['open/authority', t('campaigns.form.missing.authority')] as const] : []),
      ...(regions.length === 0 ? [['open/regions', t('campaigns.form.missing.regions')] as const] : []),
      ...(wrongUntil === undefined ? [] : [['open/until', wrongUntil] as const]),
    ]);
    setFaults(wrong);
    if (wrong.size > 0) return;
    const data = {
      name: name.trim(),
      trigger,
      ...(triggeredOn === '' ? {} : { triggeredOn }),
      authority: authority.trim(),
      legalBasis: legalBasis.trim() === '' ? NOT_STATED : legalBasis.trim(),
      regions: [...regions],
      ...(until === '' ? {} : { until }),
      key,
    };
    opening.mutate(data, {
      onSuccess: ({ campaign: { campaignId } }) => {
        onClose();
        void navigate({ to: '/campaigns/$campaignId', params: { campaignId } });
      },
    });
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
      {opening.isError ? <Failure error={opening.error} /> : null}
      <Field pointer="open/name" label={t('campaigns.form.name')} fault={faults.get('open/name')}>
        {(control) => (
          <input {...control} value={name} maxLength={200} onChange={({ target }) => enter({ name: target.value })} />
        )}
      </Field>
      <Field pointer="open/trigger" label={t('campaigns.trigger.label')}>
        {(control) => (
          <select {...control} value={trigger} onChange={({ target }) => enter({ trigger: target.value })}>
            {triggers.map((code) => (
              <option key={code} value={code}>
                {t(`campaigns.trigger.${code}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field
        pointer="open/triggeredOn"
        label={t('campaigns.form.triggeredOn')}
        required={false}
        fault={faults.get('open/triggeredOn')}
      >
        {({ className: _, ...control }) => (
          <DayInput {...control} value={triggeredOn} onChange={(day) => enter({ triggeredOn: day })} />
        )}
      </Field>
      <Field pointer="open/authority" label={t('campaigns.form.authority')} fault={faults.get('open/authority')}>
        {(control) => (
          <input
            {...control}
            value={authority}
            maxLength={200}
            onChange={({ target }) => enter({ authority: target.value })}
          />
        )}
      </Field>
      <Field pointer="open/legalBasis" label={t('campaigns.form.legalBasis')} hint={t('campaigns.form.legalBasisHint')}>
        {(control) => (
          <textarea
            {...control}
            rows={2}
            value={legalBasis}
            onChange={({ target }) => enter({ legalBasis: target.value })}
          />
        )}
      </Field>
      <RegionsField
        pointer="open/regions"
        label={t('campaigns.form.regions')}
        chosen={regions}
        fault={faults.get('open/regions')}
        onChange={(next) => enter({ regions: next })}
      />
      <Field
        pointer="open/until"
        label={t('campaigns.form.until')}
        required={false}
        hint={t('campaigns.form.untilHint')}
        fault={faults.get('open/until')}
      >
        {({ className: _, ...control }) => (
          <DayInput {...control} value={until} onChange={(day) => enter({ until: day })} />
        )}
      </Field>
      <div className={formClasses.foot}>
        <Button kind="primary" type="submit" disabled={opening.isPending}>
          {t('campaigns.form.open')}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}
