import { problemAnswer } from '@rectify/api';
import { z } from 'zod';
import { CannotBeDone, Refused } from '../failures.ts';

/** A request to the server. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly token: string;
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: unknown;
}

/** An answer that is no refusal. */
export interface HttpAnswer {
  readonly status: number;
  readonly body: unknown;
}

/**
 * Asks a server.
 * @throws Refused when it answers with a problem
 * @throws CannotBeDone when it does not answer, or not as a Rectify server does
 */
export async function ask(
  address: string,
  { method, path, token, query, headers, body }: HttpRequest,
): Promise<HttpAnswer> {
  const url = new URL(path, address);
  for (const [name, value] of present(query)) url.searchParams.set(name, value);
  const response = await answered(address, () =>
    fetch(url, {
      method,
      headers: {
        Authorization: `Bearer ${token}`,
        ...Object.fromEntries(present(headers)),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  );
  const json = jsonOf(await answered(address, () => response.text()));
  if (response.ok) return { status: response.status, body: json };
  const problem = problemAnswer.safeParse(json);
  if (problem.success) throw new Refused(problem.data);
  throw new CannotBeDone(
    `The server at ${address} answered ${response.status} to ${method} ${path}, and did not say why.`,
  );
}

/**
 * The body of an answer in its expected shape.
 * @throws CannotBeDone when the server speaks another version
 */
export function inShape<S extends z.ZodType>({ body }: HttpAnswer, schema: S): z.output<S> {
  const read = schema.safeParse(body);
  if (read.success) return read.data;
  throw new CannotBeDone(
    `The server answered something that this rectify does not understand; are both of the same version? (${z.prettifyError(read.error)})`,
  );
}

async function answered<T>(address: string, asking: () => Promise<T>): Promise<T> {
  try {
    return await asking();
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new CannotBeDone(
      `The server at ${address} did not answer (${why}). What was sent may have been stored: send it again with the same --key.`,
    );
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function present(values: Readonly<Record<string, string | undefined>> | undefined): [string, string][] {
  return Object.entries(values ?? {}).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
}
