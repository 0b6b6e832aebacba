import type { EventType } from '@rectify/engine/rectification';
import { say } from '@rectify/words';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { MineDetail } from '../../api/answers.ts';
import { linesOf } from '../said-of-data.ts';
import { useSpeech } from '../speech.ts';
import classes from './form.module.css';

const json = z.record(z.string(), z.json());

/** Says once more what an event does and what was entered, before it is sent. */
export function Confirmation({
  type,
  mine,
  data,
  needsApproval,
}: {
  readonly type: EventType;
  readonly mine: MineDetail;
  readonly data: unknown;
  readonly needsApproval: boolean;
}) {
  const { t } = useTranslation();
  return (
    <>
      <p className={classes.effect}>
        {effectOf(type, mine, t)}
        {needsApproval ? t('common.nextSentence', { sentence: t('form.onceGranted') }) : ''}
      </p>
      <Filed type={type} mine={mine} data={data} />
    </>
  );
}

/** What an event does, as a sentence; empty where there is nothing to warn of. */
export function effectOf(type: string, mine: MineDetail, t: ReturnType<typeof useTranslation>['t']): string {
  return say(t, `form.effect.${type}`, '', { mine: mine.name });
}

/** An event's data as a list of fields and values. */
export function Filed({
  type,
  mine,
  data,
}: {
  readonly type: string;
  readonly mine: MineDetail;
  readonly data: unknown;
}) {
  const speech = useSpeech(mine.asOf);
  const read = json.safeParse(data);
  const lines = read.success
    ? linesOf(read.data, speech, type, ['mineId', 'approvalId', 'licenceId', 'corrections'])
    : [];
  if (lines.length === 0) return null;
  return (
    <dl className={classes.terms}>
      {lines.map(({ label, value }) => (
        <Term key={label} label={label} value={value} />
      ))}
    </dl>
  );
}

function Term({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </>
  );
}
