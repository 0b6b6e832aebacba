import { useSession } from '../session/session.ts';

/** An owner's mines. */
export function OwnerHome() {
  const session = useSession();
  return <h1>{session?.mines.join(', ')}</h1>;
}
