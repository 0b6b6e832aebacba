import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

/** A mail as it came in. */
export interface Received {
  readonly to: string;
  readonly messageId: string;
  readonly subject: string;
  readonly body: string;
}

/** A mail server that keeps what it is sent. */
export interface MailServer extends AsyncDisposable {
  readonly url: string;
  readonly port: number;
  /** Every mail that came in, in order. */
  readonly received: readonly Received[];
  /** How many mails were begun, taken or not. */
  tries(): number;
  /** Waits until so many mails came in. */
  has(count: number): Promise<readonly Received[]>;
}

/** Starts a mail server, on a port if one is given. Addresses that begin with `nobody` it does not know; mails to those that begin with `later` it keeps, and says that it could not. */
export async function givenMailServer(port = 0): Promise<MailServer> {
  const received: Received[] = [];
  let tries = 0;
  let cameIn = Promise.withResolvers<void>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    closeTimeout: 100,
    onRcptTo({ address }, _session, answer) {
      tries += 1;
      answer(address.startsWith('nobody') ? refusing(550, `${address} is not known here`) : undefined);
    },
    onData(stream, { envelope }, done) {
      const to = envelope.rcptTo.map(({ address }) => address).join();
      text(stream).then((raw) => {
        received.push(mailIn(raw, to));
        cameIn.resolve();
        cameIn = Promise.withResolvers();
        done(to.startsWith('later') ? refusing(451, 'Try again later') : undefined);
      }, done);
    },
  });
  const listening = server.listen(port, '127.0.0.1');
  await once(listening, 'listening');
  const address = listening.address();
  if (address === null || typeof address === 'string') throw new Error('The mail server has no port.');
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    port: address.port,
    received,
    tries: () => tries,
    async has(count) {
      while (received.length < count) await cameIn.promise;
      return received;
    },
    [Symbol.asyncDispose]: () => new Promise((resolve) => server.close(resolve)),
  };
}

function refusing(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}

function mailIn(raw: string, to: string): Received {
  const end = raw.indexOf('\r\n\r\n');
  const headers = raw.slice(0, end).replaceAll(/\r\n[ \t]+/g, ' ');
  const header = (name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(headers)?.[1] ?? '';
  return {
    to,
    messageId: header('Message-ID'),
    subject: decoded(header('Subject')),
    body: contentIn(raw.slice(end + 4), header('Content-Transfer-Encoding')),
  };
}

/** A header in plain text: RFC 2047 as nodemailer writes it. */
function decoded(value: string): string {
  return value
    .replaceAll(/\?= +=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?(b|q)\?(.*?)\?=/gi, (_all, how: string, what: string) =>
      how.toLowerCase() === 'b' ? Buffer.from(what, 'base64').toString() : unquoted(what.replaceAll('_', ' ')),
    );
}

function contentIn(body: string, encoding: string): string {
  const plain =
    encoding === 'base64'
      ? Buffer.from(body, 'base64').toString()
      : encoding === 'quoted-printable'
        ? unquoted(body.replaceAll('=\r\n', ''))
        : body;
  return plain.replaceAll('\r\n', '\n');
}

function unquoted(text: string): string {
  const bytes = text.replaceAll(/=([0-9A-F]{2})/gi, (_all, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  return Buffer.from(bytes, 'latin1').toString();
}
