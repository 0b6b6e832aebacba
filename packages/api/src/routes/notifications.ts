import { z } from 'zod';
import { writeJson } from '../answers/write-json.ts';
import type { AppNeeds } from '../app-needs.ts';
import { notificationSettings } from '../notifications/settings.ts';
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
  })
  .meta({ id: 'NotificationSettingsAnswer' });

/** The routes by which somebody chooses what they are told of by e-mail. Everybody sees and changes their own alone. */
export function notificationRoutes({ settings, newId }: AppNeeds): Pick<SignedInHandlers, Notifications> {
  const answerTo = (person: string) =>
    notificationSettingsAnswer.parse({ settings: settings.read(person), mailIsSent: false });
  return {
    readNotificationSettings: ({ response, caller }) => writeJson(response, answerTo(caller.id)),
    keepNotificationSettings: ({ request, response, caller }) => {
      settings.keep(caller.id, checked(notificationSettings, parseJson(textOf(request))), newId());
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
    description: 'The caller’s own choice. This version sends no e-mail; `mailIsSent` says so.',
    answers: { 200: own },
    problems: [],
  },
  keepNotificationSettings: {
    tag: 'Work',
    summary: 'Choose what I am told of by e-mail',
    description: 'Kept in the data folder, not in an event: an address is a person’s. A backup holds it.',
    body: notificationSettings,
    answers: { 200: own },
    problems: ['invalid'],
  },
};
