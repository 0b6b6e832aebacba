import { createTransport } from 'nodemailer';
import { z } from 'zod';

/** A mail, as it is handed to a mail server. */
export interface Letter {
  /** Stays the same when it is sent again, so that a repeat can be told. */
  readonly messageId: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Where somebody says that they want no more. */
  readonly stop: string;
  readonly date: string;
}

/** What became of a mail. */
export type Delivery =
  | { readonly kind: 'sent' }
  /** The mail server will not take it, now or later: what it said. */
  | { readonly kind: 'refused'; readonly said: string }
  /** It may be taken later; where `isOfServer`, no other mail can be sent now either. */
  | { readonly kind: 'failed'; readonly error: unknown; readonly isOfServer: boolean };

/** Connections to a mail server, made when they are needed. */
export interface Outgoing {
  send(letter: Letter): Promise<Delivery>;
  /** Ends all connections. */
  close(): void;
}

/** How many connections there may be, and how long each step may take, in milliseconds. */
const LIMITS = {
  maxConnections: 4,
  // What broke off is tried again by whoever keeps what waits, not here.
  maxRequeues: 0,
  dnsTimeout: 10_000,
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 30_000,
};

/** What nodemailer says of a failure: the step that failed, and what the server answered, where it answered at all. */
const failure = z.object({
  code: z.string().optional(),
  command: z.string().optional(),
  responseCode: z.int().optional(),
  response: z.string().default(''),
});

/** Failures with which no other mail can be sent either. */
const OF_SERVER = new Set(
  'ECONNECTION ETIMEDOUT ESOCKET EDNS ETLS EREQUIRETLS EPROTOCOL EAUTH ENOAUTH EOAUTH2 EPROXY ECONFIG'.split(' '),
);

/** Prepares to send through a mail server; its URL may hold user, password and options of nodemailer. */
export function outgoingThrough(server: string): Outgoing {
  const transport = createTransport({ url: server, pool: true, ...LIMITS });
  return {
    async send({ messageId, from, to, subject, text, stop, date }) {
      try {
        await transport.sendMail({
          messageId,
          from: { name: 'Rectify', address: from },
          to: { name: '', address: to },
          subject,
          text,
          date,
          list: { unsubscribe: stop },
          headers: { 'Auto-Submitted': 'auto-generated' },
          disableFileAccess: true,
          disableUrlAccess: true,
        });
        return { kind: 'sent' };
      } catch (error) {
        return failureOf(error);
      }
    },
    close: () => transport.close(),
  };
}

function failureOf(error: unknown): Delivery {
  const { code = '', command = '', responseCode = 0, response } = failure.catch({ response: '' }).parse(error);
  const isOfThisMail = command === 'RCPT TO' || command === 'DATA';
  if (isOfThisMail && responseCode >= 500) return { kind: 'refused', said: saidIn(response) };
  return { kind: 'failed', error, isOfServer: OF_SERVER.has(code) || command === 'MAIL FROM' };
}

/** What a server said, in one line that can be shown. */
function saidIn(response: string): string {
  return response
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, 300);
}
