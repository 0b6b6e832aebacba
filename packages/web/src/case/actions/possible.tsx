import type { EventType } from '@rectify/engine/rectification';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { MineDetail, NextAnswer } from '../../api/answers.ts';
import { Button } from '../../design/button.tsx';
import { useWords } from '../../language/use-words.ts';
import classes from './actions.module.css';
import { sortPossible } from './order.ts';

/** What a person can send now, each a button that opens its form; the likely next step stands out. */
export function Possible({
  mine,
  possible,
  onOpen,
}: {
  readonly mine: MineDetail;
  readonly possible: NextAnswer['possible'];
  readonly onOpen: (type: EventType) => void;
}) {
  const { t } = useTranslation();
  const words = useWords();
  const { first, steps, file, lasting } = sortPossible(possible, mine);
  if (!first && steps.length + file.length + lasting.length === 0) return null;
  return (
    <>
      {first ? (
        <div className={classes.first}>
          <Button kind="primary" onClick={() => onOpen(first.type)}>
            {words.verb(first.type)}
          </Button>
          {first.needsApproval ? <span className="quiet">{t('common.needsApproval')}</span> : null}
        </div>
      ) : null}
      <Verbs possible={steps} onOpen={onOpen} />
      <Verbs title={t('case.actions.file')} possible={file} onOpen={onOpen} />
      <Verbs title={t('case.actions.lasting')} possible={lasting} onOpen={onOpen} />
    </>
  );
}

function Verbs({
  title,
  possible,
  onOpen,
}: {
  readonly title?: string;
  readonly possible: NextAnswer['possible'];
  readonly onOpen: (type: EventType) => void;
}) {
  const { t } = useTranslation();
  const words = useWords();
  const heading = useId();
  if (possible.length === 0) return null;
  return (
    <div className={classes.group}>
      {title ? <h3 id={heading}>{title}</h3> : null}
      <ul aria-labelledby={title ? heading : undefined} className={classes.verbs}>
        {possible.map(({ type, needsApproval }) => (
          <li key={type}>
            <button type="button" className={classes.verb} onClick={() => onOpen(type)}>
              <span>{words.verb(type)}</span>
              {needsApproval ? <span className={classes.note}>{t('common.needsApproval')}</span> : null}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
