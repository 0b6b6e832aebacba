import { lostText } from '@rectify/words';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MineDetail } from '../api/answers.ts';
import { type Speech, useSpeech } from '../case/speech.ts';
import { ReportedMark } from '../design/truth-mark.tsx';
import { DocumentName } from '../documents/document-name.tsx';
import classes from './on-file.module.css';
import { Section } from './section.tsx';
import { AsFiled } from './step-lines.tsx';

type Detail = MineDetail['detail'];

/** What is on the file of the mine: licences, the owner's side, reported losses, documents. */
export function OnFile({ mine }: { readonly mine: MineDetail }) {
  const { t } = useTranslation();
  const speech = useSpeech(mine.asOf);
  const { licences, statements, lostCapacity } = mine.detail;
  const documents = documentsOf(mine.detail, speech);
  if ([licences, statements, lostCapacity, documents].every(({ length }) => length === 0)) return null;
  return (
    <Section title={t('owner.file.title')}>
      <Part title={t('owner.file.licences')} items={licences} keyOf={({ licenceId }) => licenceId}>
        {(licence) => <Licence licence={licence} speech={speech} />}
      </Part>
      <Part title={t('owner.file.statements')} items={statements} keyOf={({ filedAt }) => filedAt}>
        {({ text, filedAt }) => (
          <>
            <p className="quiet">{speech.day(filedAt)}</p>
            <AsFiled text={text} />
          </>
        )}
      </Part>
      <Part title={t('owner.file.lost')} items={lostCapacity} keyOf={({ reportedAt }) => reportedAt}>
        {(report) => <Lost report={report} speech={speech} />}
      </Part>
      <Part title={t('owner.file.documents')} items={documents} keyOf={({ key }) => key}>
        {({ about, ...document }) => (
          <>
            <p>
              <DocumentName mineId={mine.mineId} document={document} />
            </p>
            <p className={classes.about}>{about.join(' · ')}</p>
          </>
        )}
      </Part>
    </Section>
  );
}

function Part<T>({
  title,
  items,
  keyOf,
  children,
}: {
  readonly title: string;
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string;
  readonly children: (item: T) => ReactNode;
}) {
  if (items.length === 0) return null;
  return (
    <div className={classes.part}>
      <h3>{title}</h3>
      <ul>
        {items.map((item) => (
          <li key={keyOf(item)}>{children(item)}</li>
        ))}
      </ul>
    </div>
  );
}

function Licence({ licence, speech }: { readonly licence: Detail['licences'][number]; readonly speech: Speech }) {
  const { t } = useTranslation();
  const { kind, number, status, since, validUntil, expired, reason } = licence;
  const until = validUntil === null ? null : speech.near(validUntil);
  return (
    <>
      <p>
        {t('common.named', { name: number === null ? kind : t('owner.file.licence', { kind, number }) })}
        <strong>{t(`domain.licenceStatus.${status}`)}</strong>
      </p>
      <p className={classes.about}>
        {[
          speech.day(since),
          ...(until === null
            ? []
            : [t(expired ? 'owner.file.licenceOver' : 'owner.file.licenceUntil', { day: until })]),
        ].join(' · ')}
      </p>
      {reason ? <AsFiled text={reason} /> : null}
    </>
  );
}

function Lost({ report, speech }: { readonly report: Detail['lostCapacity'][number]; readonly speech: Speech }) {
  const { t } = useTranslation();
  const from = speech.day(report.from);
  return (
    <p>
      {lostText(report, speech)}
      {t('common.list.clauses')}
      {report.to === null
        ? t('owner.file.lostFrom', { from })
        : t('owner.file.lostPeriod', { from, to: speech.day(report.to) })}{' '}
      <ReportedMark />
    </p>
  );
}

interface FiledDocument {
  readonly key: string;
  readonly name: string;
  readonly sha256: string;
  readonly about: readonly string[];
}

/** Every document of the current case: what was sent for a requirement or finding, the letter, and what was attached. */
function documentsOf(
  { requirements, findings, letters, documents }: Detail,
  { t, words, time }: Speech,
): FiledDocument[] {
  const sentFor = (what: string) => t('owner.file.sentFor', { what });
  return [
    ...requirements.flatMap(({ requirement, evidence }) =>
      evidence.map(({ document, submittedAt }) => ({
        key: `${requirement}-${submittedAt}`,
        name: document.name,
        sha256: document.sha256,
        about: [sentFor(words.subject(requirement)), time(submittedAt)],
      })),
    ),
    ...findings.flatMap(({ findingId, description, evidence }) =>
      evidence
        ? [
            {
              key: findingId,
              name: evidence.document.name,
              sha256: evidence.document.sha256,
              about: [sentFor(description)],
            },
          ]
        : [],
    ),
    ...letters.flatMap(({ letterId, document, status, since }) =>
      document
        ? [
            {
              key: letterId,
              name: document.name,
              sha256: document.sha256,
              // Once it stands otherwise, `since` says when that was, not when it was sent.
              about: [sentFor(t('owner.step.letter.title')), ...(status === 'signed' ? [time(since)] : [])],
            },
          ]
        : [],
    ),
    ...documents.map(({ eventId, document, attachedAt }) => ({
      key: eventId,
      name: document.name,
      sha256: document.sha256,
      about: [time(attachedAt)],
    })),
  ];
}
