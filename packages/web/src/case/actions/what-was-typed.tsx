import type { EventType } from '@rectify/engine/rectification';
import { useTranslation } from 'react-i18next';
import type { MineDetail } from '../../api/answers.ts';
import { useSession } from '../../session/session.ts';
import { compose } from '../form/compose.ts';
import { Filed } from '../form/confirmation.tsx';
import { draftId, keptDraft } from '../form/drafts.ts';
import { readSchema } from '../form/read-schema.ts';

/** What somebody had typed into a form that has become impossible, so that it is not lost with it; nothing where they had not begun. */
export function WhatWasTyped({
  mine,
  type,
  settled,
}: {
  readonly mine: MineDetail;
  readonly type: EventType;
  /** What was settled before they began, as the form's id names it. */
  readonly settled: readonly string[];
}) {
  const { t } = useTranslation();
  const person = useSession()?.id ?? '';
  const draft = keptDraft(draftId(person, mine.mineId, type, settled));
  if (!draft) return null;
  const asked = readSchema(draft.schema).filter(({ kind }) => kind !== 'given');
  const { data } = compose(asked, draft.entries);
  if (Object.keys(data).length === 0) return null;
  return (
    <div>
      <p>{t('form.refused.typed')}</p>
      <Filed type={type} mine={mine} data={data} />
    </div>
  );
}
