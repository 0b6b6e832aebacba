import type { Reason } from '@rectify/engine/rectification';

/** What the server says when it refuses: RFC 9457, with the reasons and the next steps of interface.md. */
export interface ProblemDetails {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly instance?: string;
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[];
  readonly reasons?: readonly (Pick<Reason, 'code' | 'detail'> & Partial<Reason>)[];
  readonly next?: readonly string[];
  readonly who?: readonly string[];
}

/** The server refused a request and said why. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly details: ProblemDetails;
  /** Seconds after which trying again makes sense, if the server said so. */
  readonly retryAfter: number | null;

  constructor(details: ProblemDetails, retryAfter: number | null) {
    super(details.detail ?? details.title);
    this.details = details;
    this.retryAfter = retryAfter;
  }

  /** The stable last part of the problem's type, such as `condition-not-met`. */
  get slug(): string {
    return this.details.type.split('/').at(-1) ?? this.details.type;
  }

  get status(): number {
    return this.details.status;
  }

  /** The number of this one request, for a report; null where the server gave none. */
  get requestId(): string | null {
    return this.details.instance?.replace('urn:uuid:', '') ?? null;
  }
}

/** No answer came: the server is down or the network is. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}
