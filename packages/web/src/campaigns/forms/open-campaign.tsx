import { NOT_STATED } from '@rectify/engine/rectification';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOpenCampaign } from '../../api/campaigns.ts';
import { newKey } from '../../api/client.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { Failure } from '../../design/states.tsx';
import { Field } from './field.tsx';
import classes from './forms.module.css';
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
  const [asked, setAsked] = useState(false);
  const [key] = useState(newKey);
  const { name, trigger, triggeredOn, authority, legalBasis, until, regions } = entered;
  const enter = (change: Partial<typeof empty>) => setEntered({ ...entered, ...change });
  const missing = {
    name: name.trim() === '' ? t('campaigns.form.missing.name') : undefined,
    authority: authority.trim() === '' ? t('campaigns.form.missing.authority') : undefined,
    regions: regions.length === 0 ? t('campaigns.form.missing.regions') : undefined,
  };
  const faults = asked ? missing : { name: undefined, authority: undefined, regions: undefined };

  const submit = async () => {
    setAsked(true);
    if (Object.values(missing).some((fault) => fault !== undefined)) return;
    const { campaign } = await opening.mutateAsync({
      name: name.trim(),
      trigger,
      ...(triggeredOn === '' ? {} : { triggeredOn }),
      authority: authority.trim(),
      legalBasis: legalBasis.trim() === '' ? NOT_STATED : legalBasis.trim(),
      regions: [...regions],
      ...(until === '' ? {} : { until }),
      key,
    });
    onClose();
    await navigate({ to: '/campaigns/$campaignId', params: { campaignId: campaign.campaignId } });
  };

  return (
    <form
      noValidate
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        submit().catch(() => {
          // Said below, by what the mutation holds.
        });
      }}
    >
      {opening.isError ? <Failure error={opening.error} /> : null}
      <Field label={t('campaigns.form.name')} fault={faults.name}>
        {(described) => (
          <input {...described} value={name} maxLength={200} onChange={({ target }) => enter({ name: target.value })} />
        )}
      </Field>
      <Field label={t('campaigns.trigger.label')}>
        {(described) => (
          <select {...described} value={trigger} onChange={({ target }) => enter({ trigger: target.value })}>
            {triggers.map((code) => (
              <option key={code} value={code}>
                {t(`campaigns.trigger.${code}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={`${t('campaigns.form.triggeredOn')} ${t('case.form.optional')}`}>
        {(described) => (
          <input
            {...described}
            type="date"
            value={triggeredOn}
            onChange={({ target }) => enter({ triggeredOn: target.value })}
          />
        )}
      </Field>
      <Field label={t('campaigns.form.authority')} fault={faults.authority}>
        {(described) => (
          <input
            {...described}
            value={authority}
            maxLength={200}
            onChange={({ target }) => enter({ authority: target.value })}
          />
        )}
      </Field>
      <Field label={t('campaigns.form.legalBasis')} hint={t('campaigns.form.legalBasisHint')}>
        {(described) => (
          <textarea
            {...described}
            rows={2}
            value={legalBasis}
            onChange={({ target }) => enter({ legalBasis: target.value })}
          />
        )}
      </Field>
      <RegionsField
        label={t('campaigns.form.regions')}
        chosen={regions}
        fault={faults.regions}
        onChange={(next) => enter({ regions: next })}
      />
      <Field label={`${t('campaigns.form.until')} ${t('case.form.optional')}`} hint={t('campaigns.form.untilHint')}>
        {(described) => (
          <input {...described} type="date" value={until} onChange={({ target }) => enter({ until: target.value })} />
        )}
      </Field>
      <div className={classes.buttons}>
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
