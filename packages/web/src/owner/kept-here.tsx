import { useTranslation } from 'react-i18next';
import type { MineDetail } from '../api/answers.ts';
import { newKey } from '../api/client.ts';
import { rekeyDraft } from '../case/form/drafts.ts';
import { useSpeech } from '../case/speech.ts';
import { dropAct, type KeptAct, useKeptActs } from '../outbox/kept-acts.ts';
import { KeptList } from '../outbox/kept-list.tsx';
import { useHere } from '../outbox/use-here.ts';
import { aboutOf, presetIn } from './about.ts';
import { useOwnActs, useOwnVerb } from './own-acts.tsx';
import { Section } from './section.tsx';

/** What the owner sent or wanted to send from this device, each with how far it is. Nothing where there is none. */
export function KeptHere({ mine }: { readonly mine: MineDetail }) {
  const { t } = useTranslation();
  const here = useHere();
  const speech = useSpeech(mine.asOf);
  const verb = useOwnVerb();
  const { possible, open } = useOwnActs();
  const acts = useKeptActs(mine.mineId);
  if (acts.length === 0) return null;
  const nameOf = ({ events: [event], preset }: KeptAct) => {
    const name = event ? verb(event.type) : '';
    const about = aboutOf(presetIn(preset), mine, speech);
    return about === null ? name : t('outbox.about', { name, about });
  };
  const change = async ({ key, form, events: [event], preset }: KeptAct) => {
    const act = possible.find(({ type }) => type === event?.type);
    if (!act) return;
    await dropAct(key);
    // What is entered now is another act: if the former one did arrive after all, this one must not pass for it.
    rekeyDraft(form, newKey());
    open(act, presetIn(preset));
  };
  return (
    <Section title={t('outbox.title', { here })} onlyOnScreen>
      <KeptList acts={acts} nameOf={nameOf} onChange={(act) => void change(act)} />
    </Section>
  );
}
