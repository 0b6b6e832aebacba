import { campaignEvents, eventSchemas, instant, mineId, precision, source } from '@rectify/engine';
import { z } from 'zod';

const when = {
  occurredAt: instant
    .optional()
    .meta({ description: 'When it happened in the world; the moment of recording unless given' }),
  occurredAtPrecision: precision.optional().meta({ description: '`instant` unless given' }),
  source: source.optional(),
};

/** An event as it is sent. Its `data` is checked by the engine, with the schema of its type. */
export const sentEvent = z
  .strictObject({
    type: z.string().meta({ description: 'An event type' }),
    data: z.unknown().meta({ description: 'What the type asks for: see the schemas whose names end in `Data`' }),
    ...when,
  })
  .meta({ id: 'SentEvent' });

/** Several events of one mine as one act. */
export const sentBatch = z.strictObject({ events: z.array(sentEvent).min(1).max(100) }).meta({ id: 'SentBatch' });

/** One line of many events for any mines. */
export const sentLine = z
  .strictObject({ mineId: z.string(), ...sentEvent.shape, commandId: z.string().min(1).max(200) })
  .meta({ id: 'SentLine' });

/** The opening of a campaign: the data of `CampaignOpened` with what is said about any event beside it, checked by the engine. */
export const sentOpening = z.looseObject(when);

/** {@link sentOpening} as it is documented. */
export const opening = z
  .strictObject({
    ...campaignEvents.CampaignOpened.shape,
    campaignId: campaignEvents.CampaignOpened.shape.campaignId.optional(),
    ...when,
  })
  .meta({ id: 'Opening' });

/** A registration: the data of `MineRegistered` with what is said about any event beside it. Its data is checked by the engine. */
export const sentRegistration = z.looseObject(when);

/** {@link sentRegistration} as it is documented. */
export const registration = z
  .strictObject({ ...eventSchemas.MineRegistered.shape, mineId: mineId.optional(), ...when })
  .meta({ id: 'Registration' });
