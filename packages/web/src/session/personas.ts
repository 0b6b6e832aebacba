import type { Role } from '@rectify/engine/rectification';
import type { MinePage } from '../api/answers.ts';
import { forgetPosition, request } from '../api/client.ts';
import { queryClient } from '../api/query-client.ts';
import { type Session, setSession } from './session.ts';

/** Someone to sign in as in development: a role, and which of several people of that role. */
export interface Persona {
  readonly role: Role;
  readonly actor?: string;
  readonly office?: string;
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

async function startSession({ role, actor, office, mines }: Persona): Promise<SignedIn> {
  const body = { role, ...(actor ? { actor } : {}), ...(office ? { office } : {}), ...(mines ? { mines } : {}) };
  return request<SignedIn>('POST', '/v1/dev/session', { body });
}

/** Signs this tab in. What the former person had read is forgotten. Throws `Problem`, `Unreachable`. */
export async function signIn(persona: Persona, number = 0): Promise<void> {
  const { token, person: signedIn } = await startSession(persona);
  forgetPosition();
  setSession({ ...signedIn, token, number });
  queryClient.removeQueries({ predicate: ({ queryKey: [first] }) => first !== 'system' && first !== 'personas' });
}

/** Signs this tab out. */
export function signOut(): void {
  forgetPosition();
  setSession(null);
  queryClient.removeQueries({ predicate: ({ queryKey: [first] }) => first !== 'system' && first !== 'personas' });
}

/** Mines whose owner one can sign in as, found by name or number. Read as an analyst, since nobody is signed in yet. */
export async function minesToOwn(q: string, signal: AbortSignal): Promise<MinePage> {
  const { token } = await startSession({ role: 'analyst' });
  return request<MinePage>('GET', '/v1/mines', {
    query: { q, limit: 8 },
    headers: { Authorization: `Bearer ${token}` },
    signal,
  });
}
