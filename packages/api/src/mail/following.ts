import { mineStream, officials, type RecordedEvent } from '@rectify/engine';
import type { Recipient } from '../notifications/people.ts';
import { isOwner } from './about-mine.ts';
import { wants } from './mailing.ts';

/** Somebody to whose mines something may have happened. */
export interface Concerned {
  readonly key: string;
  /** Which of an owner's; of an official's, who has other cases tomorrow, it is asked when they are told. */
  readonly mines: readonly string[];
}

/** Who wants news of which mine's stream, and which officials want any. */
interface Wanting {
  readonly owners: ReadonlyMap<string, readonly { readonly key: string; readonly mineId: string }[]>;
  readonly officials: readonly string[];
}

/** Tells whom events concern, by who wants news; works out who wants what again only when recipients change. */
export function concernedAmong(): (batch: readonly RecordedEvent[], recipients: readonly Recipient[]) => Concerned[] {
  let known: { readonly recipients: readonly Recipient[]; readonly wanting: Wanting } | undefined;
  return (batch, recipients) => {
    if (known?.recipients !== recipients) known = { recipients, wanting: wantingAmong(recipients) };
    const { owners, officials } = known.wanting;
    const happened = new Set(batch.map(({ stream }) => stream));
    const theirs = [...happened].flatMap((stream) => owners.get(stream) ?? []);
    return [
      ...[...Map.groupBy(theirs, ({ key }) => key)].map(([key, mines]) => ({
        key,
        mines: mines.map(({ mineId }) => mineId),
      })),
      ...officials.map((key) => ({ key, mines: [] })),
    ];
  };
}

function wantingAmong(recipients: readonly Recipient[]): Wanting {
  const wanting = recipients.filter((recipient) => wants(recipient, 'news'));
  const owned = wanting
    .filter(isOwner)
    .flatMap(({ key, reader }) => reader.mines.map((mineId) => ({ key, mineId, stream: mineStream(mineId) })));
  return {
    owners: Map.groupBy(owned, ({ stream }) => stream),
    officials: wanting.filter(({ reader }) => officials.includes(reader.role)).map(({ key }) => key),
  };
}
