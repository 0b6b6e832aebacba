import type { Role } from '@rectify/engine/rectification';
import type { MineAnswer, MineList } from '../api/answers.ts';
import { forgetPosition, request } from '../api/client.ts';
import { queryClient } from '../api/query-client.ts';
import { type Session, setSession } from './session.ts';

/** Someone to sign in as in development: a role, and which of several people of that role. */
export interface Persona {
  readonly role: Role;
  readonly actor?: string;
  readonly name?: string;
  readonly office?: string;
  readonly regions?: Session['regions'];
  readonly mines?: readonly string[];
}

interface SignedIn {
  readonly token: string;
  readonly person: Omit<Session, 'token' | 'number'>;
}

/** The people that the server offers to sign in as. */
export async function offeredPersonas(signal?: AbortSignal): Promise<readonly Persona[]> {
  const { items } = await request<{ items: readonly Persona[] }>('GET', '/v1/dev/personas', signal ? { signal } : {});
  return items;
}

function startSession(persona: Persona): Promise<SignedIn> {
  return request<SignedIn>('POST', '/v1/dev/session', { body: persona });
}

/** Signs this tab in. What the former person had read is forgotten. Throws `Problem`, `Unreachable`. */
export async function signIn(persona: Persona, number = 0): Promise<void> {
  const { token, person: signedIn } = await startSession(persona);
  forgetPosition();
  setSession({ ...signedIn, token, number });
  queryClient.removeQueries({ predicate: ({ queryKey: [first] }) => first !== 'system' && first !== 'personas' });
}

/** Signs in once more whoever's session ran out; all that they had read and entered stays. Throws `Problem`, `Unreachable`. */
export async function renewSession({ id, role, name, office, regions, mines, number }: Session): Promise<void> {
  const { token, person } = await startSession({ role, actor: id, name, office, regions, mines });
  setSession({ ...person, token, number });
}

/** Signs this tab out. */
export function signOut(): void {
  forgetPosition();
  setSession(null);
  queryClient.removeQueries({ predicate: ({ queryKey: [first] }) => first !== 'system' && first !== 'personas' });
}

/** The owner of a mine, to sign in as. */
export function ownerOf({ mineId, operator }: Pick<MineAnswer, 'mineId' | 'operator'>): Persona {
  return { role: 'owner', actor: operator.id, name: operator.name.slice(0, 100), mines: [mineId] };
}

let reading: Promise<SignedIn> | undefined;

/** Mines whose owner one can sign in as, found by name or number. Read as an analyst, since nobody need be signed in. */
export async function minesToOwn(q: string, signal: AbortSignal): Promise<MineList> {
  reading ??= startSession({ role: 'analyst' });
  try {
    const { token } = await reading;
    const headers = { Authorization: `Bearer ${token}` };
    return await request<MineList>('GET', '/v1/mines', { query: { q, limit: 8, sort: 'mineId' }, headers, signal });
  } catch (error) {
    reading = undefined;
    throw error;
  }
}
