import { join, resolve } from 'node:path';
import { STORE_URLS, storeAddress, UnknownStoreUrl } from '@rectify/engine';
import { z } from 'zod';

/** The demonstration data that a new data folder may begin with. */
const scenarioName = z.enum(['november-2018', 'none'], { error: '`november-2018` or `none`' });

/** What it can be told in: people write in one language, and so its people do. */
const scenarioLanguage = z.enum(['en', 'zh-CN'], { error: '`en` or `zh-CN`' });

const wholeNumber = (from: number, to: number, error: string) =>
  z.string().regex(/^\d+$/, error).transform(Number).pipe(z.int(error).min(from, error).max(to, error));

const url = (protocol: RegExp, error: string) =>
  z.string().refine((value) => protocol.test(URL.parse(value)?.protocol ?? ''), error);

/** What has to be there beside a mail server for mails to be sent. */
const allowedFor = {
  RECTIFY_MAIL_FROM: 'the address that e-mails come from; to be set where RECTIFY_MAIL is',
  RECTIFY_URL:
    'where people open the page, for the links in e-mails: `https://rectify.example.org`; to be set where RECTIFY_MAIL is',
};

/** Every environment variable that Rectify reads. An error's message says what is allowed. */
const environment = z.object({
  PORT: wholeNumber(0, 65_535, 'a port from 0 to 65535; 0 takes any free one').default(3000),
  RECTIFY_HOST: z
    .string()
    .regex(
      /^[A-Za-z0-9.:_-]+$/,
      'an address to listen on: `127.0.0.1` for this machine alone, `0.0.0.0` for every interface',
    )
    .default('127.0.0.1'),
  RECTIFY_DATA: z
    .string()
    .regex(/^[^\0]+$/, 'the path of a folder')
    .default('data'),
  RECTIFY_STORE: z.string().superRefine(isStoreUrl).optional(),
  RECTIFY_SCENARIO: scenarioName.default('november-2018'),
  RECTIFY_SCENARIO_LANGUAGE: scenarioLanguage.default('en'),
  RECTIFY_AUTH: z
    .string()
    .superRefine((value, context) => {
      if (value === 'dev') return;
      const error = isHttpUrl(value)
        ? '`dev`; signing in at an OIDC issuer is recognised but not built yet'
        : '`dev`, which signs in anyone, for trials on one machine';
      context.addIssue({ code: 'custom', message: error });
    })
    .pipe(z.literal('dev'))
    .default('dev'),
  RECTIFY_LOG: z
    .enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug'], {
      error: '`silent`, `fatal`, `error`, `warn`, `info` or `debug`',
    })
    .default('warn'),
  RECTIFY_RATE_LIMIT: wholeNumber(
    0,
    100_000_000,
    'how many requests a minute one address may make; 0 for no limit',
  ).default(120_000),
  RECTIFY_DOCUMENT_LIMIT: wholeNumber(1, 10_000_000_000, 'the most bytes that one document may have').default(
    50_000_000,
  ),
  RECTIFY_DEADLINES: wholeNumber(
    0,
    86_400,
    'how many seconds from one look for passed deadlines, and for campaign runs that another node left, to the next, up to a day; 0 for a node that never looks',
  ).default(60),
  RECTIFY_MAIL: url(
    /^smtps?:$/,
    'the mail server that e-mails go through: `smtp://user:password@host:587` or `smtps://…`',
  ).optional(),
  RECTIFY_MAIL_FROM: z.email(allowedFor.RECTIFY_MAIL_FROM).optional(),
  RECTIFY_MAIL_WAIT: wholeNumber(
    0,
    86_400,
    'how many seconds news is gathered before it goes out as one e-mail, up to a day',
  ).default(300),
  RECTIFY_URL: url(/^https?:$/, allowedFor.RECTIFY_URL).optional(),
});

const variablesTogether = environment.superRefine((given, context) => {
  if (given.RECTIFY_MAIL === undefined) return;
  for (const name of ['RECTIFY_MAIL_FROM', 'RECTIFY_URL'] as const) {
    if (given[name] === undefined) context.addIssue({ code: 'custom', path: [name], message: allowedFor[name] });
  }
});

/** The configuration of mails. */
export interface MailConfig {
  /** The URL of the mail server, with user and password. */
  readonly server: string;
  /** The address that mails come from. */
  readonly from: string;
  /** Where people open the page, without a slash at its end. */
  readonly page: string;
  /** Seconds that news is gathered before it goes out as one mail. */
  readonly wait: number;
}

/** The configuration of a server. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Absolute path of the data folder. */
  readonly data: string;
  /** A store URL; `sqlite:` with `events.db` in the data folder unless given. */
  readonly store: string;
  readonly scenario: z.infer<typeof scenarioName>;
  /** What the names and texts of the demonstration are told in. */
  readonly scenarioLanguage: z.infer<typeof scenarioLanguage>;
  readonly auth: 'dev';
  readonly log: z.infer<typeof environment>['RECTIFY_LOG'];
  /** Requests a minute from one address; 0 for no limit. */
  readonly rateLimit: number;
  /** The most bytes that one document may have. */
  readonly documentLimit: number;
  /** Seconds from one look for passed deadlines, and for campaign runs that another node left, to the next; 0 for never. */
  readonly deadlines: number;
  /** How mails are sent; undefined where none are. */
  readonly mail: MailConfig | undefined;
}

/** One variable that is wrong: its name, its value and what is allowed. */
export interface WrongVariable {
  readonly name: string;
  readonly value: string;
  readonly allowed: string;
}

/** The environment holds values that Rectify cannot start with; the message names all of them at once. */
export class ConfigInvalid extends Error {
  override readonly name = 'ConfigInvalid';
  readonly wrong: readonly WrongVariable[];
  constructor(wrong: readonly WrongVariable[]) {
    super(
      wrong.map(({ name, value, allowed }) => `${name} is ${JSON.stringify(value)}; allowed: ${allowed}.`).join('\n'),
    );
    this.wrong = wrong;
  }
}

/**
 * Reads the configuration from environment variables; an empty one counts as absent.
 * @throws ConfigInvalid naming every wrong variable
 */
export function readConfig(variables: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.keys(environment.shape).flatMap((name) => (variables[name] ? [[name, variables[name]]] : [])),
  );
  const read = variablesTogether.safeParse(given);
  if (!read.success) throw new ConfigInvalid(wrongVariables(read.error, given));
  const data = resolve(read.data.RECTIFY_DATA);
  return {
    port: read.data.PORT,
    host: read.data.RECTIFY_HOST,
    data,
    store: read.data.RECTIFY_STORE ?? `sqlite:${join(data, 'events.db')}`,
    scenario: read.data.RECTIFY_SCENARIO,
    scenarioLanguage: read.data.RECTIFY_SCENARIO_LANGUAGE,
    auth: read.data.RECTIFY_AUTH,
    log: read.data.RECTIFY_LOG,
    rateLimit: read.data.RECTIFY_RATE_LIMIT,
    documentLimit: read.data.RECTIFY_DOCUMENT_LIMIT,
    deadlines: read.data.RECTIFY_DEADLINES,
    mail: mailIn(read.data),
  };
}

function mailIn({
  RECTIFY_MAIL: server,
  RECTIFY_MAIL_FROM: from,
  RECTIFY_MAIL_WAIT: wait,
  RECTIFY_URL: page,
}: z.output<typeof environment>): MailConfig | undefined {
  if (server === undefined || from === undefined || page === undefined) return undefined;
  return { server, from, wait, page: page.replace(/\/+$/, '') };
}

function wrongVariables(error: z.ZodError, given: Readonly<Record<string, string | undefined>>): WrongVariable[] {
  const first = new Map<string, string>();
  for (const { path, message } of error.issues) {
    const name = String(path[0]);
    if (!first.has(name)) first.set(name, message);
  }
  return [...first].map(([name, allowed]) => ({ name, value: withoutPassword(given[name] ?? ''), allowed }));
}

function isStoreUrl(value: string, context: z.RefinementCtx): void {
  try {
    storeAddress(value);
  } catch (error) {
    if (!(error instanceof UnknownStoreUrl)) throw error;
    const cluster = /^(?:kurrentdb|esdb)/.test(value);
    context.addIssue({
      code: 'custom',
      message: cluster ? `${STORE_URLS}. ${error.message.replace(/\.$/, '')}` : STORE_URLS,
    });
  }
}

function isHttpUrl(value: string): boolean {
  return /^https?:$/.test(URL.parse(value)?.protocol ?? '');
}

/** A value may be a URL that holds a password: it is not repeated on a screen. */
function withoutPassword(value: string): string {
  return value.replace(/(:\/\/[^/:@\s]*):.*@/s, '$1:…@');
}
