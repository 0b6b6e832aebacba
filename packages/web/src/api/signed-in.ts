import { currentSession, noteRanOut, signedInAgain } from '../session/session.ts';

/**
 * Asks the server as whoever is signed in. Where their session has run out it waits until they have signed in again, and then asks once more, so that nothing which was under
 * way is lost; the refusal is answered where they have left, or somebody else has signed in. Throws what asking throws; the signal's reason when it aborts.
 */
export async function askSignedIn(ask: () => Promise<Response>, signal?: AbortSignal): Promise<Response> {
  const session = currentSession();
  const response = await ask();
  if (response.status !== 401 || session === null) return response;
  noteRanOut(session.token);
  return (await signedInAgain(session, signal)) ? askSignedIn(ask, signal) : response;
}
