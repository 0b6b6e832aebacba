import { useTranslation } from 'react-i18next';
import type { Foreseen, PreviewOfMany } from '../../api/campaigns.ts';
import { Problem } from '../../api/problem.ts';
import { Button } from '../../design/button.tsx';
import { Failure, Notice } from '../../design/states.tsx';
import { useWords } from '../../language/use-words.ts';
import classes from '../campaigns.module.css';
import { ForeseenCases } from './foreseen-cases.tsx';
import many from './many.module.css';
import type { Previewed } from './previewed.ts';

const groups: readonly Foreseen[] = ['accepted', 'needs-approval', 'refused'];

/** What would become of every case, group by group, before anything is sent. */
export function PreviewGroups({
  campaignId,
  previewed,
  starting,
  failure,
  onStart,
  onChange,
}: {
  readonly campaignId: string;
  readonly previewed: Previewed;
  readonly starting: boolean;
  readonly failure: Error | null;
  readonly onStart: (token: string) => void;
  readonly onChange: () => void;
}) {
  const { t } = useTranslation();
  const { verb } = useWords();
  const { answer, event } = previewed;
  const { foreseen, token } = answer;
  const counts = { accepted: foreseen.accepted, 'needs-approval': foreseen.needsApproval, refused: foreseen.refused };
  const happens = counts.accepted + counts['needs-approval'];
  return (
    <section className={classes.part} aria-label={t('campaigns.act.preview')}>
      <ul className={many.would}>
        {groups.map((group) => (
          <li key={group} data-group={group} data-none={counts[group] === 0}>
            {t(`campaigns.act.would.${group}`, { count: counts[group] })}
          </li>
        ))}
      </ul>
      <Because answer={answer} />
      {failure ? <WhyNotStarted error={failure} /> : null}
      <div className={classes.buttons}>
        {token !== null && happens > 0 ? (
          <Button kind="primary" disabled={starting} onClick={() => onStart(token)}>
            {t('campaigns.act.do', { verb: verb(event.type), count: happens })}
          </Button>
        ) : null}
        <Button onClick={onChange}>{t('campaigns.act.change')}</Button>
      </div>
      {groups.map((group) => (
        <ForeseenCases key={group} group={group} count={counts[group]} campaignId={campaignId} previewed={previewed} />
      ))}
    </section>
  );
}

function Because({ answer: { refusedBecause, items } }: { readonly answer: PreviewOfMany }) {
  const { t } = useTranslation();
  const words = useWords();
  const codes = Object.entries(refusedBecause).toSorted(([, a], [, b]) => b - a);
  if (codes.length === 0) return null;
  const reasons = new Map(items.flatMap(({ reasons: own = [] }) => own).map((reason) => [reason.code, reason]));
  return (
    <ul className={many.because}>
      {codes.map(([code, count]) => {
        const first = reasons.get(code) ?? { code, detail: code };
        const told = { reason: words.reason(first), count };
        return (
          <li key={code}>
            {'about' in first && first.about !== undefined
              ? t('campaigns.act.forInstance', told)
              : t('campaigns.act.because', told)}
          </li>
        );
      })}
    </ul>
  );
}

/** A selection that has changed is told apart: looking again is all that is needed. */
function WhyNotStarted({ error }: { readonly error: Error }) {
  const { t } = useTranslation();
  if (error instanceof Problem && error.slug === 'selection-changed')
    return <Notice kind="error" title={t('campaigns.act.changed')} />;
  return <Failure error={error} />;
}
