import { useTranslation } from 'react-i18next';
import type { EventAnswer, MineDetail } from '../api/answers.ts';
import { useSpeech } from '../case/speech.ts';
import { Facts, Party, Signatures } from './paper-parts.tsx';
import classes from './papers.module.css';
import { dataOf, duringInspection, type Paper } from './papers-of.ts';

interface BodyProps {
  readonly mine: MineDetail;
  readonly events: readonly EventAnswer[];
  readonly paper: Paper;
}

/** What a paper says, by its kind. */
export function PaperBody(props: BodyProps) {
  switch (props.paper.kind) {
    case 'order':
      return <Order {...props} />;
    case 'record':
      return <InspectionRecord {...props} />;
    case 'notice':
      return <Notice {...props} />;
    case 'letter':
      return <Letter {...props} />;
    case 'reopening':
      return <Reopening {...props} />;
  }
}

function Order({ mine }: BodyProps) {
  const { t } = useTranslation();
  const { words, time, day } = useSpeech(mine.asOf);
  const { closure, detail } = mine;
  if (!closure) return null;
  const appeal = detail.deadlines.find(({ rule }) => rule === 'appeal');
  return (
    <>
      <Party mine={mine} as="to" />
      <p className={classes.sentence}>{t('papers.order.sentence')}</p>
      <Facts
        facts={[
          [t('papers.order.authority'), closure.authority === null ? null : words.stated(closure.authority)],
          [t('papers.order.number'), closure.orderNumber],
          [t('papers.order.since'), time(closure.since, closure.sincePrecision)],
          [t('papers.order.grounds'), closure.grounds],
          [t('papers.order.legalBasis'), closure.legalBasis === null ? null : words.stated(closure.legalBasis)],
          [t('papers.order.appealRights'), closure.appealRights],
          [t('papers.order.appealUntil'), appeal?.dueOn ? day(appeal.dueOn) : null],
          [
            t('papers.order.served'),
            closure.served
              ? t('papers.order.servedSaid', { time: time(closure.served.servedAt), method: closure.served.method })
              : null,
          ],
        ]}
      />
      <Signatures who={[t('papers.sign.authority'), t('papers.sign.owner')]} />
    </>
  );
}

function InspectionRecord({ mine, events, paper }: BodyProps) {
  const { t } = useTranslation();
  const { words, time, day } = useSpeech(mine.asOf);
  const during = duringInspection(events, paper.id);
  const [started] = during;
  const ended = during.at(-1);
  const ownerSide = textOf(ended && dataOf(ended).ownerSide);
  const checks = during.filter(({ type }) => type === 'CheckRecorded').map(dataOf);
  const findings = during.filter(({ type }) => type === 'FindingRaised').map(dataOf);
  return (
    <>
      <Party mine={mine} as="inspected" />
      <Facts
        facts={[
          [t('papers.record.inspection'), paper.id],
          [t('papers.record.from'), started ? time(started.occurredAt, started.occurredAtPrecision) : null],
          [t('papers.record.to'), ended ? time(ended.occurredAt, ended.occurredAtPrecision) : null],
          [t('papers.record.office'), started ? words.office(started.actor.office) : null],
          [t('papers.record.present'), textOf(started && dataOf(started).inspectorsPresent)],
          [t('papers.record.result'), ended ? words.fact(ended.type) : null],
          [t('papers.record.summary'), textOf(ended && dataOf(ended).summary)],
          [t('papers.record.ownerSide'), ownerSide === null ? null : words.option('ownerSide', ownerSide)],
        ]}
      />
      <h2>{t('papers.record.checks')}</h2>
      {checks.length === 0 ? <p>{t('papers.record.noChecks')}</p> : null}
      <ul className={classes.items}>
        {checks.map((check) => (
          <li key={String(check.check)}>
            {t('papers.item', {
              what: words.subject(String(check.check)),
              said: words.option('outcome', String(check.outcome)),
            })}
            {check.note ? <p>{String(check.note)}</p> : null}
          </li>
        ))}
      </ul>
      <h2>{t('papers.record.findings')}</h2>
      {findings.length === 0 ? <p>{t('papers.record.noFindings')}</p> : null}
      <ol className={classes.items}>
        {findings.map((finding) => (
          <li key={String(finding.findingId)}>
            {String(finding.description)}
            <p>{t('papers.due', { day: day(String(finding.dueOn)) })}</p>
          </li>
        ))}
      </ol>
      <Signatures who={[t('papers.sign.inspectors'), t('papers.sign.owner')]} />
    </>
  );
}

function Notice({ mine }: BodyProps) {
  const { t } = useTranslation();
  const { day, words } = useSpeech(mine.asOf);
  const { findings, requirements } = mine.detail;
  const open = findings.filter(({ status }) => status === 'open');
  const missing = requirements.filter(
    ({ status, provider }) => provider === 'owner' && status !== 'satisfied' && status !== 'waived',
  );
  return (
    <>
      <Party mine={mine} as="to" />
      <p className={classes.sentence}>{t('papers.notice.sentence')}</p>
      <h2>{t('papers.notice.findings')}</h2>
      {open.length === 0 ? <p>{t('papers.notice.noneOpen')}</p> : null}
      <ol className={classes.items}>
        {open.map(({ findingId, description, dueOn }) => (
          <li key={findingId}>
            {description}
            <p>{t('papers.due', { day: day(dueOn) })}</p>
          </li>
        ))}
      </ol>
      {missing.length > 0 ? (
        <>
          <h2>{t('papers.notice.requirements')}</h2>
          <ol className={classes.items}>
            {missing.map(({ requirement, office }) => (
              <li key={requirement}>
                {t('papers.notice.sendTo', { what: words.subject(requirement), office: words.office(office) })}
              </li>
            ))}
          </ol>
        </>
      ) : null}
      <Signatures who={[t('papers.sign.authority'), t('papers.sign.owner')]} />
    </>
  );
}

function Letter({ mine, paper }: BodyProps) {
  const { t } = useTranslation();
  const { day, words } = useSpeech(mine.asOf);
  const letter = mine.detail.letters.find(({ letterId }) => letterId === paper.id);
  if (!letter) return null;
  return (
    <>
      <Party mine={mine} as="from" />
      <p className={classes.sentence}>{t('papers.letter.sentence')}</p>
      <blockquote className={classes.wording}>{letter.text}</blockquote>
      <Facts
        facts={[
          [t('papers.letter.dueOn'), day(letter.dueOn)],
          [t('papers.letter.demandedFor'), letter.demandedFor],
          [t('papers.letter.onBehalfOf'), letter.onBehalfOf],
          [t('papers.order.legalBasis'), letter.legalBasis === null ? null : words.stated(letter.legalBasis)],
        ]}
      />
      <Signatures who={[t('papers.sign.owner')]} />
    </>
  );
}

function Reopening({ mine, paper }: BodyProps) {
  const { t } = useTranslation();
  const { words, time } = useSpeech(mine.asOf);
  const { event } = paper;
  if (!event) return null;
  return (
    <>
      <Party mine={mine} as="to" />
      <p className={classes.sentence}>{t('papers.reopening.sentence')}</p>
      <Facts
        facts={[
          [t('papers.reopening.when'), time(event.occurredAt, event.occurredAtPrecision)],
          [t('papers.reopening.by'), words.office(event.actor.office)],
          [t('papers.reopening.approvedBy'), event.approvedBy ? words.office(event.approvedBy.office) : null],
          [t('papers.reopening.note'), textOf(dataOf(event).note)],
        ]}
      />
      <h2>{t('papers.reopening.met')}</h2>
      <ul className={classes.items}>
        {mine.detail.requirements.map(({ requirement, status }) => (
          <li key={requirement}>
            {t('papers.item', { what: words.subject(requirement), said: t(`domain.requirementStatus.${status}`) })}
          </li>
        ))}
      </ul>
      <Signatures who={[t('papers.sign.authority'), t('papers.sign.owner')]} />
    </>
  );
}

function textOf(value: unknown): string | null {
  return value === undefined || value === null ? null : String(value);
}
