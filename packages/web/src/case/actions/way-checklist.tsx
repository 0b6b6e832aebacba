import type { Words } from '@rectify/words';
import { useTranslation } from 'react-i18next';
import type { MineDetail, NextAnswer } from '../../api/answers.ts';
import { useWords } from '../../language/use-words.ts';
import { useSession } from '../../session/session.ts';
import classes from './actions.module.css';

type Way = Pick<NextAnswer['refused'][number], 'path' | 'pathSearch'>;
type WayStep = NonNullable<Way['path']>[number];

/** The shortest way to an event as a list to tick off: each step, and who has to take it. */
export function WayChecklist({ mine, way: { path, pathSearch } }: { readonly mine: MineDetail; readonly way: Way }) {
  const { t } = useTranslation();
  if (!path)
    return <p className="quiet">{t(pathSearch === 'gave-up' ? 'case.actions.wayUnknown' : 'case.actions.noWay')}</p>;
  return (
    <ol className={classes.path}>
      {path.map((step, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same step can stand on the way more than once
        <li key={index}>
          <span className={classes.number} />
          <Step mine={mine} step={step} />
        </li>
      ))}
    </ol>
  );
}

function Step({ mine, step }: { readonly mine: MineDetail; readonly step: WayStep }) {
  const { t } = useTranslation();
  const words = useWords();
  const own = useSession()?.role;
  const { type, role, for: about, approvedBy } = step;
  const subject = about === undefined ? null : subjectOf(about, mine, words);
  const verb = words.verb(type);
  const who = role === own ? t('case.actions.yourRole', { who: words.role(role) }) : words.role(role);
  return (
    <span>
      {subject === null ? verb : t('case.actions.stepAbout', { verb, about: subject })}{' '}
      <span className="quiet">
        {'·\u00a0'}
        {approvedBy === undefined ? who : t('case.actions.grantedBy', { who, second: words.role(approvedBy) })}
      </span>
    </span>
  );
}

/** What a step is about, in words; null where that is only an id. */
function subjectOf(about: string, { detail }: MineDetail, words: Words): string | null {
  const finding = detail.findings.find(({ findingId }) => findingId === about);
  if (finding) return finding.description;
  const named = words.subject(about);
  return named === about ? null : named;
}
