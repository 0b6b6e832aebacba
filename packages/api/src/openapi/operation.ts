import type { z } from 'zod';
import type { ProblemType } from '../problems.ts';

/** The request headers that routes take. */
export type HeaderName = 'Idempotency-Key' | 'If-Match' | 'Rectify-After' | 'Last-Event-ID';

/** What a successful answer holds. */
export interface Answer {
  readonly description: string;
  readonly schema?: z.ZodType;
  /** `application/json` unless said otherwise. */
  readonly mediaType?: string;
}

/** What the documentation says of one route; path, method, body type and rights come from the table of routes. */
export interface Operation {
  readonly tag:
    | 'Mines'
    | 'Closures'
    | 'Analysis'
    | 'Campaigns'
    | 'Work'
    | 'Live'
    | 'Procedures'
    | 'Documents'
    | 'Dev sign-in'
    | 'Running it';
  readonly summary: string;
  readonly description?: string;
  readonly query?: z.ZodObject;
  readonly headers?: readonly HeaderName[];
  readonly body?: z.ZodType;
  readonly answers: Readonly<Record<number, Answer>>;
  /** What can go wrong beyond what can with every route of its kind. */
  readonly problems?: readonly ProblemType[];
}
