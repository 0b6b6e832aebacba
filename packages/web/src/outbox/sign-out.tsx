import { useTranslation } from 'react-i18next';
import { draftsOf, forgetDraft } from '../case/form/drafts.ts';
import { Button } from '../design/button.tsx';
import { Dialog } from '../design/dialog.tsx';
import { useWords } from '../language/use-words.ts';
import { actsOf, dropAct, type KeptAct } from './kept-acts.ts';
import { forgetAllAnswers } from './kept-answers.ts';
import { discard, KeptList } from './kept-list.tsx';
import classes from './outbox.module.css';
import { useHere } from './use-here.ts';
import { useSendNow } from './use-sending.ts';

/** Takes away what a person leaves on this device: receipts, forms that were begun, and what was taken along. */
export async function clearDevice(person: string): Promise<void> {
  await forgetAllAnswers(person);
  for (const id of await draftsOf(person)) forgetDraft(id);
  for (const { key } of actsOf(person)) await dropAct(key);
}

/** Says why nobody is signed out yet: what is not sent, how to send it, and how to leave it for good. */
export function SignOutRefused({
  acts,
  onStay,
  onLeave,
}: {
  /** What is not sent; with none the window is closed. */
  readonly acts: readonly KeptAct[];
  readonly onStay: () => void;
  readonly onLeave: () => void;
}) {
  const { t } = useTranslation();
  const here = useHere();
  const words = useWords();
  const { sending, send } = useSendNow();
  const leave = async () => {
    for (const act of acts) await discard(act);
    onLeave();
  };
  return (
    <Dialog open={acts.length > 0} title={t('outbox.signOut.title')} onClose={onStay}>
      <div className={classes.refused}>
        <p>{t('outbox.signOut.why', { count: acts.length, here })}</p>
        <KeptList
          acts={acts}
          nameOf={({ events, mineName }) => `${words.fact(events.at(-1)?.type ?? '')} · ${mineName}`}
        />
        <div className={classes.buttons}>
          <Button kind="primary" onClick={send} disabled={sending}>
            {t('outbox.sendNow')}
          </Button>
          <Button onClick={() => void leave()}>{t('outbox.signOut.anyway')}</Button>
        </div>
      </div>
    </Dialog>
  );
}
