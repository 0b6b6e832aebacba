import { createHash } from 'node:crypto';
import { dayOfInstant, dayText } from '@rectify/words';
import type { MailConfig } from '../config.ts';
import type { Recipient } from '../notifications/people.ts';
import { type AboutMine, isOwner } from './about-mine.ts';
import type { Texts } from './language/speaking.ts';
import type { Letter } from './outgoing.ts';
import type { MailKind } from './waiting.ts';

/** So many mines are written about in one mail. */
const MOST_MINES = 30;

/** A mail to be written. */
export interface ToWrite {
  readonly recipient: Recipient;
  readonly kind: MailKind;
  readonly about: readonly AboutMine[];
  /** What makes it another mail than the one before, together with who it is to: a position of a store, or a day. */
  readonly upTo: string;
  readonly now: string;
}

/** What every mail needs. */
export interface LetterNeeds {
  readonly mail: Pick<MailConfig, 'from' | 'page'>;
  readonly texts: Texts;
  /** Nothing that is told is real. */
  readonly isDemonstration: boolean;
}

/** Writes a mail: plain text, in the language of who gets it, with a link to each mine and one that says how to stop. */
export function written({ recipient, kind, about, upTo, now }: ToWrite, needs: LetterNeeds): Letter {
  const { from, page } = needs.mail;
  const t = needs.texts[recipient.settings.language];
  const stop = `${page}/notifications`;
  const shown = about.slice(0, MOST_MINES);
  const paragraphs = [
    introOf(recipient, kind, now, needs),
    ...shown.map((mine) => paragraphOf(mine, recipient, needs)),
    ...(about.length > MOST_MINES
      ? [
          t('mail.moreMines', {
            count: about.length - MOST_MINES,
            link: `${page}/${isOwner(recipient) ? 'my' : 'work'}`,
          }),
        ]
      : []),
    ...(needs.isDemonstration ? [t('mail.demonstration')] : []),
    t('mail.stop', { link: stop }),
  ];
  return {
    messageId: messageIdOf(recipient.key, kind, upTo, page),
    from,
    to: recipient.email,
    subject: subjectOf(recipient, kind, about, needs),
    text: `${paragraphs.join('\n\n')}\n`,
    stop,
    date: now,
  };
}

function subjectOf(recipient: Recipient, kind: MailKind, about: readonly AboutMine[], { texts }: LetterNeeds): string {
  const t = texts[recipient.settings.language];
  const [only] = about;
  if (only && about.length === 1) return t(`mail.${kind}.subject`, { name: only.name });
  return t(isOwner(recipient) ? `mail.${kind}.subjectMany` : `mail.${kind}.subjectManyCases`, { count: about.length });
}

function introOf(recipient: Recipient, kind: MailKind, now: string, { texts }: LetterNeeds): string {
  const { language } = recipient.settings;
  const t = texts[language];
  if (kind === 'deadlines') return t('mail.deadlines.intro', { day: dayText(dayOfInstant(now), language) });
  return t(isOwner(recipient) ? 'mail.news.intro' : 'mail.news.introCases');
}

function paragraphOf({ mineId, name, lines }: AboutMine, recipient: Recipient, { mail, texts }: LetterNeeds): string {
  const t = texts[recipient.settings.language];
  return [
    t('mail.mine', { name, mineId }),
    ...lines.map((text) => t('mail.line', { text })),
    `${mail.page}/${isOwner(recipient) ? 'my' : 'mines'}/${encodeURIComponent(mineId)}`,
  ].join('\n');
}

/** The same for the same mail, whenever it is written; it tells nobody who it is to. */
function messageIdOf(key: string, kind: MailKind, upTo: string, page: string): string {
  const hash = createHash('sha256').update([key, kind, upTo].join('\n')).digest('hex').slice(0, 32);
  return `<${hash}@${URL.parse(page)?.hostname ?? 'rectify'}>`;
}
