import type { Projector } from '@rectify/projections';
import type { MailConfig } from '../config.ts';
import { speaking } from './language/speaking.ts';
import { outgoingThrough } from './outgoing.ts';
import { type MailSender, type SenderNeeds, startMailSender } from './sender.ts';

/** What of a server mails stand on. */
export interface Around extends Omit<SenderNeeds, 'mail' | 'data' | 'texts' | 'outgoing' | 'folded' | 'wait'> {
  readonly projector: Pick<Projector, 'waitFor'>;
}

/** Starts to send mails as configured, with their checkpoint in a data folder. */
export async function startMailing(mail: MailConfig, data: string, around: Around): Promise<MailSender> {
  const { projector, ...needs } = around;
  return startMailSender({
    ...needs,
    mail,
    data,
    texts: await speaking(),
    outgoing: outgoingThrough(mail.server),
    folded: projector.waitFor,
    wait: mail.wait,
  });
}
