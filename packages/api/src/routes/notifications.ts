import { z } from 'zod';
import { writeJson } from '../answers/write-json.ts';
import type { AppNeeds } from '../app-needs.ts';
import { personOf } from '../auth/claims.ts';
import { notificationSettings, refusal } from '../notifications/settings.ts';
import type { Operation } from '../openapi/operation.ts';
import { checked } from '../requests/checked.ts';
import { parseJson, textOf } from '../requests/json.ts';
import type { SignedInHandlers } from './handlers.ts';

type Notifications = 'readNotificationSettings' | 'keepNotificationSettings';

/** What somebody chose, and whether this server sends mail at all. */
const notificationSettingsAnswer = z
  .object({
    settings: notificationSettings,
    mailIsSent: z.boolean().meta({ description: 'False where no mail server is set: the choice is kept all the same' }),
    refused: refusal.nullable().meta({
      description: 'Set where the mail server refused the address: nothing is sent until the choice is kept anew',
    }),
  })
  .meta({ id: 'NotificationSettingsAnswer' });

/** The routes by which somebody chooses what they are told of by e-mail. Everybody sees and changes their own alone. */
export function notificationRoutes({ people, mailIsSent }: AppNeeds): Pick<SignedInHandlers, Notifications> {
  const answerTo = (person: string) => ({
    settings: people.settingsOf(person),
    mailIsSent,
    refused: people.refusalOf(person) ?? null,
  });
  return {
    readNotificationSettings: ({ response, caller }) => writeJson(response, answerTo(caller.id)),
    keepNotificationSettings: ({ request, response, caller }) => {
      people.keep(personOf(caller), checked(notificationSettings, parseJson(textOf(request))));
      writeJson(response, answerTo(caller.id));
    },
  };
}

const own = { description: 'What the caller chose', schema: notificationSettingsAnswer };

/** What the documentation says of {@link notificationRoutes}. */
export const notificationOperations: Readonly<Record<Notifications, Operation>> = {
  readNotificationSettings: {
    tag: 'Work',
    summary: 'Read what I am told of by e-mail',
    description: 'The caller’s own choice. `mailIsSent` says whether this server sends any e-mail.',
    answers: { 200: own },
    problems: [],
  },
  keepNotificationSettings: {
    tag: 'Work',
    summary: 'Choose what I am told of by e-mail',
    description:
      'Kept in the data folder, not in an event: an address is a person’s. A backup holds it. What a mail tells goes by the rights that the caller last signed in with.',
    body: notificationSettings,
    answers: { 200: own },
    problems: ['invalid'],
  },
};
