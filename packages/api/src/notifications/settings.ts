import { z } from 'zod';

/** What somebody wants to be told of by e-mail, where, and in which language. An address is a person's: it stands in no event. */
export const notificationSettings = z
  .strictObject({
    email: z.email().max(254).nullable().meta({ description: 'Null: no e-mail is wanted' }),
    news: z.boolean().meta({ description: 'Whatever is recorded by others of their mines, or of the cases they have' }),
    deadlines: z.boolean().meta({ description: 'What falls due, and what is late' }),
    language: z.enum(['en', 'zh-CN']).default('en').meta({ description: 'The language of the mails' }),
  })
  .meta({ id: 'NotificationSettings' });

/** {@link notificationSettings} as a type. */
export type NotificationSettings = z.output<typeof notificationSettings>;

/** What holds while nobody has chosen anything. */
export const unchosen: NotificationSettings = { email: null, news: true, deadlines: true, language: 'en' };

/** That a mail server will not take mails to an address, and what it said: nothing is sent there until somebody keeps their choice anew. */
export const refusal = z
  .object({
    address: z.string(),
    said: z.string().meta({ description: 'In the words of the mail server' }),
    at: z.iso.datetime({ offset: true }),
  })
  .meta({ id: 'RefusedAddress' });

/** {@link refusal} as a type. */
export type Refusal = z.infer<typeof refusal>;
