import { useTranslation } from 'react-i18next';
import { forgetDraft } from '../case/form/drafts.ts';
import { Button } from '../design/button.tsx';
import { ActStanding } from './act-standing.tsx';
import { dropAct, type KeptAct } from './kept-acts.ts';
import classes from './outbox.module.css';

/** What is kept on this device, one act after the other, each with how far it is and what can be done about it. */
export function KeptList({
  acts,
  nameOf,
  onChange,
}: {
  readonly acts: readonly KeptAct[];
  readonly nameOf: (act: KeptAct) => string;
  /** Opens what was entered once more; it is not sent meanwhile. */
  readonly onChange?: (act: KeptAct) => void;
}) {
  const { t } = useTranslation();
  return (
    <ul className={classes.acts}>
      {acts.map((act) => (
        <li key={act.key}>
          <p className={classes.what}>{nameOf(act)}</p>
          <ActStanding act={act} />
          <div className={classes.buttons}>
            {act.state === 'received' ? (
              <Button kind="quiet" onClick={() => void dropAct(act.key)}>
                {t('outbox.seen')}
              </Button>
            ) : (
              <>
                {onChange ? <Button onClick={() => onChange(act)}>{t('outbox.change')}</Button> : null}
                <Button kind="quiet" onClick={() => void discard(act)}>
                  {t('outbox.discard')}
                </Button>
              </>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** Takes an act and what was entered for it away from this device: it is never sent. */
export async function discard({ key, form }: Pick<KeptAct, 'key' | 'form'>): Promise<void> {
  await dropAct(key);
  forgetDraft(form);
}
