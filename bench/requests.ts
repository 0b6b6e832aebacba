import { randomUUID } from 'node:crypto';
import { z } from 'zod';

/** Signs in with a role and answers the token. */
export async function signedIn(address: string, role: string): Promise<string> {
  const { answer } = await post(`${address}/v1/dev/session`, '', { role });
  return z.object({ token: z.string() }).parse(answer).token;
}

/** Posts JSON and answers the JSON that comes back, with the position that the answer carries. @throws Error for an answer that is not a success */
export async function post(url: string, token: string, body: object = {}) {
  const authorization = token === '' ? {} : { Authorization: `Bearer ${token}` };
  const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID(), ...authorization };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.status} of ${url}: ${text}`);
  const answer: unknown = JSON.parse(text);
  return { answer, position: response.headers.get('rectify-position') ?? '' };
}
