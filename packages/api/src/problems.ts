import { z } from 'zod';

/** Every kind of problem the API answers with: its stable slug, its status and its title. interface.md, "Errors". */
export const problemKinds = {
  malformed: { status: 400, title: 'The request cannot be read' },
  unauthenticated: { status: 401, title: 'Who are you?' },
  forbidden: { status: 403, title: 'You may not do this' },
  'not-found': { status: 404, title: 'There is no such thing, or it is not yours to see' },
  'method-not-allowed': { status: 405, title: 'This address does not take that method' },
  'illegal-transition': { status: 409, title: 'This cannot happen now' },
  'condition-not-met': { status: 409, title: 'Conditions are not met' },
  'selection-changed': { status: 409, title: 'The list is not what you saw' },
  conflict: { status: 409, title: 'It exists already' },
  'unknown-procedure': { status: 404, title: 'There is no such procedure' },
  'procedure-exists': { status: 409, title: 'That version of the procedure was published already' },
  'procedure-cannot-be-withdrawn': { status: 409, title: 'That version of the procedure cannot be withdrawn' },
  'other-store': { status: 410, title: 'This cursor belongs to another store' },
  stale: { status: 412, title: 'The mine has moved on' },
  'too-large': { status: 413, title: 'The request is too large' },
  'unsupported-media-type': { status: 415, title: 'The body is of a kind that is not taken here' },
  invalid: { status: 422, title: 'The content is not valid' },
  'unknown-event-type': { status: 422, title: 'There is no such event type' },
  'key-reused': { status: 422, title: 'The Idempotency-Key was used for something else' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  unexpected: { status: 500, title: 'Something went wrong on our side' },
  unavailable: { status: 503, title: 'Not possible just now' },
  'not-yet-known': { status: 503, title: 'This node has not come as far yet' },
} as const;

/** The slug of a kind of problem. */
export type ProblemType = keyof typeof problemKinds;

/** Why something cannot happen, as a person needs it. */
export const reasonAnswer = z
  .object({
    code: z.string(),
    detail: z.string(),
    who: z.string().meta({ description: 'The role that can change it, or `nobody`' }),
    office: z.string().optional(),
    about: z.string().optional().meta({ description: "What it is about: a requirement's code, an id, a number" }),
  })
  .meta({ id: 'Reason' });

/** RFC 9457 problem details as answered. `type` is a stable slug; `instance` names this one occurrence, as in the log. */
export const problemAnswer = z
  .object({
    type: z.string().meta({ description: 'A stable slug' }),
    title: z.string(),
    status: z.int(),
    detail: z.string().meta({ description: 'A sentence for a person' }),
    instance: z.string().meta({ description: 'Names this one occurrence, as in the log' }),
    errors: z
      .array(z.object({ pointer: z.string(), detail: z.string(), code: z.string().optional() }))
      .optional()
      .meta({
        description:
          'What is wrong with the content, each with a JSON pointer (RFC 6901) into the body; of procedures with a stable code too',
      }),
    reasons: z.array(reasonAnswer).optional().meta({ description: 'Every reason why it cannot happen' }),
    next: z.array(z.string()).optional().meta({ description: 'The event types that the caller may send instead' }),
    who: z.array(z.string()).optional().meta({ description: 'The roles that may' }),
    index: z.int().optional().meta({ description: 'Which event of a batch it is about, from 0' }),
  })
  .meta({ id: 'Problem' });

/** {@link problemAnswer} as a type. */
export type ProblemAnswer = z.infer<typeof problemAnswer>;

/** What a problem says beyond its kind. `detail` is one sentence for a person. */
export interface ProblemDetails extends Partial<Pick<ProblemAnswer, 'errors' | 'reasons' | 'next' | 'who' | 'index'>> {
  readonly detail: string;
  /** Headers that go with it, such as `Retry-After`. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request cannot be answered as asked; thrown by anything that handles one, answered as problem details. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly type: ProblemType;
  readonly details: ProblemDetails;
  constructor(type: ProblemType, details: ProblemDetails) {
    super(details.detail);
    this.type = type;
    this.details = details;
  }
}

/** A problem as it is answered; `requestId` becomes the instance. */
export function answerOf(
  { type, details: { headers: _headers, ...details } }: Problem,
  requestId: string,
): ProblemAnswer {
  return { type, ...problemKinds[type], ...details, instance: `urn:uuid:${requestId}` };
}
