import type { Request, Response } from 'express';
import type { Caller } from '../auth/claims.ts';
import type { OpenRouteName, SignedInRouteName } from './rights.ts';

/** A request to be answered. */
export interface Call {
  readonly request: Request;
  readonly response: Response;
}

/** A request of someone who is signed in and whose role may use the route. */
export interface SignedInCall extends Call {
  readonly caller: Caller;
  /** When the sign-in ends, in seconds since 1970. */
  readonly expiresAt: number;
}

/** Answers requests to a route that needs no token; what it throws is answered as problem details. */
export type OpenHandler = (call: Call) => void | Promise<void>;

/** Answers requests to a route that needs a token; what it throws is answered as problem details. */
export type SignedInHandler = (call: SignedInCall) => void | Promise<void>;

/** One handler for every route that needs a token. */
export type SignedInHandlers = Readonly<Record<SignedInRouteName, SignedInHandler>>;

/** One handler for every route that needs none. */
export type OpenHandlers = Readonly<Record<OpenRouteName, OpenHandler>>;
