import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorkItemAnswer } from '../../api/answers.ts';
import { useHandover, useHandoverPreview } from '../../api/handovers.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { Failure } from '../../design/states.tsx';
import { usePersonName } from '../use-person-name.ts';
import { Cases } from './cases.tsx';
import classes from './hand-over.module.css';
import { WhoForm } from './who-form.tsx';

/** Gives all cases of somebody who is away to somebody else: who, then what would become of each case, then what became of it. */
export function HandOver({ items }: { readonly items: readonly WorkItemAnswer[] }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const assignees = [...new Set(items.flatMap(({ assignee }) => assignee ?? []))];
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('work.handOver.open')}</Button>
      <Dialog open={open} title={t('work.handOver.open')} onClose={() => setOpen(false)}>
        {open ? <Steps assignees={assignees} onClose={() => setOpen(false)} /> : null}
      </Dialog>
    </>
  );
}

function Steps({ assignees, onClose }: { readonly assignees: readonly string[]; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const nameOf = usePersonName();
  const preview = useHandoverPreview();
  const handover = useHandover();
  const shown = preview.data;
  if (shown === undefined) {
    return (
      <div className={classes.steps}>
        <p>{t('work.handOver.intro')}</p>
        <WhoForm assignees={assignees} asking={preview.isPending} onAsk={(who) => preview.mutate(who)} />
        {preview.isError ? <Failure error={preview.error} /> : null}
      </div>
    );
  }
  const { names, answer } = shown;
  const people = { from: nameOf(shown.from), to: nameOf(shown.to) };
  const done = handover.data;
  if (done !== undefined) {
    return (
      <div className={classes.steps}>
        <p role="status" className={classes.summary}>
          {t('work.handOver.done', { count: done.handedOver, ...people })}
        </p>
        <Cases cases={done.cases} names={names} />
        {answer.more ? <p>{t('work.handOver.again')}</p> : null}
        <div className={classes.buttons}>
          <Button kind="primary" onClick={onClose}>
            {t('common.close')}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <div className={classes.steps}>
      <p role="status" className={classes.summary}>
        {answer.total === 0
          ? t('work.handOver.none', people)
          : t('work.handOver.would', { count: answer.handedOver, ...people })}
        {answer.refused > 0
          ? t('common.nextSentence', { sentence: t('work.handOver.stay', { count: answer.refused }) })
          : null}
      </p>
      <Cases cases={answer.cases} names={names} />
      {answer.more ? <p>{t('work.handOver.more')}</p> : null}
      {handover.isError ? <Failure error={handover.error} /> : null}
      <div className={classes.buttons}>
        {answer.handedOver > 0 ? (
          <Button kind="primary" disabled={handover.isPending} onClick={() => handover.mutate(shown)}>
            {t('work.handOver.confirm', { count: answer.handedOver })}
          </Button>
        ) : null}
        <Button onClick={preview.reset}>{t('work.handOver.others')}</Button>
      </div>
    </div>
  );
}
