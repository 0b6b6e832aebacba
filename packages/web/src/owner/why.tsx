import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EventAnswer, MineDetail } from '../api/answers.ts';
import { type Speech, useSpeech } from '../case/speech.ts';
import { SourceMark } from '../case/timeline/source-mark.tsx';
import { dayOfInstant, daysFrom } from '../language/dates.ts';
import { daysText } from '../language/durations.ts';
import { AppealLine } from './appeal-line.tsx';
import { Disclosure } from './disclosure.tsx';
import { Section } from './section.tsx';
import classes from './why.module.css';

type Closure = NonNullable<MineDetail['closure']>;

/** Why the mine is shut: what the order says, and plainly where it says nothing. `order` is its record, once it is loaded. */
export function Why({ mine, order }: { readonly mine: MineDetail; readonly order: EventAnswer | undefined }) {
  const { t } = useTranslation();
  const speech = useSpeech(mine.asOf);
  const { closure } = mine;
  if (!mine.shut || !closure) return null;
  if (closure.cause === 'relocation') {
    return (
      <Section title={t('owner.why.title')}>
        <p>{t('owner.why.relocation')}</p>
      </Section>
    );
  }
  return (
    <Section title={t('owner.why.title')}>
      <p className={classes.grounds}>
        {stated(closure.grounds) ? closure.grounds : <span className="quiet">{t('owner.why.notStated.grounds')}</span>}
      </p>
      <p className={classes.order}>{orderText(closure, speech).join(' · ')}</p>
      <AppealLine mine={mine} />
      <Disclosure summary={t('owner.why.order')}>
        {order?.source ? <SourceMark source={order.source} /> : null}
        <dl className={classes.facts}>
          <Fact
            name={t('owner.why.grounds')}
            value={closure.grounds}
            silent={t('owner.why.notStated.grounds')}
            speech={speech}
          />
          <Fact
            name={t('owner.why.authority')}
            value={closure.authority}
            silent={t('owner.why.notStated.authority')}
            speech={speech}
          />
          <Fact
            name={t('owner.why.legalBasis')}
            value={closure.legalBasis}
            silent={t('owner.why.notStated.legalBasis')}
            speech={speech}
          />
          <Row name={t('owner.why.served')}>{servedText(mine, closure, speech)}</Row>
          <Row name={t('owner.why.orderedOn')}>{speech.time(closure.since, closure.sincePrecision)}</Row>
          {order ? <Row name={t('owner.why.recordedOn')}>{speech.time(order.recordedAt)}</Row> : null}
          <Fact
            name={t('owner.why.number')}
            value={closure.orderNumber}
            silent={t('owner.why.notStated.number')}
            speech={speech}
          />
          {closure.appealRights ? <Row name={t('owner.why.appealRights')}>{closure.appealRights}</Row> : null}
          {order?.approvedBy ? (
            <Row name={t('owner.why.agreedBy')}>
              {t('owner.why.secondPerson', { office: speech.words.office(order.approvedBy.office) })}
            </Row>
          ) : null}
          {order?.source && order.source.kind !== 'report' ? (
            <Row name={t('owner.why.source')}>{t(`domain.source.${order.source.kind}`)}</Row>
          ) : null}
        </dl>
      </Disclosure>
    </Section>
  );
}

function Fact({
  name,
  value,
  silent,
  speech,
}: {
  readonly name: string;
  readonly value: string | null;
  readonly silent: string;
  readonly speech: Speech;
}) {
  return <Row name={name}>{stated(value) ? speech.words.stated(value) : <span className="quiet">{silent}</span>}</Row>;
}

/** Whether a source says something. */
function stated(value: string | null): value is string {
  return value !== null && value !== 'not stated';
}

/** Who ordered it, based on what, and when it was served, as short as it can be said. */
function orderText({ authority, legalBasis, served }: Closure, { t, words, near }: Speech): string[] {
  return [
    stated(authority) ? t('owner.why.by', { authority: words.stated(authority) }) : t('owner.why.byNobody'),
    stated(legalBasis) ? t('owner.why.on', { legalBasis }) : t('owner.why.onNothing'),
    served ? t('owner.why.servedOn', { day: near(served.servedAt) }) : t('owner.why.servedNever'),
  ];
}

function Row({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function servedText({ flags }: MineDetail, { served, since }: Closure, { t, day, today }: Speech): string {
  if (!served) {
    const age = daysFrom(dayOfInstant(since), today);
    return flags.includes('order-not-served')
      ? t('owner.why.notServedFor', { days: daysText(age, t) })
      : t('owner.why.notServed');
  }
  const method = served.method === 'not stated' ? t('owner.why.notStated.method') : served.method;
  return t(served.refusedToSign ? 'owner.why.servedRefused' : 'owner.why.servedBy', {
    day: day(served.servedAt),
    method,
  });
}
