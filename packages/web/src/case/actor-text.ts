import type { ActorAnswer } from '../api/answers.ts';
import type { Speech } from './speech.ts';

/** Who acted, by role and office; an owner and the system have no office of their own. */
export function actorText({ role, office }: Pick<ActorAnswer, 'role' | 'office'>, { t, words }: Speech): string {
  if (role === 'owner' || role === 'system') return words.role(role);
  if (unstated.has(office)) return t('history.actorUnstated', { role: words.role(role) });
  return t('history.actor', { role: words.role(role), office: words.office(office) });
}

/** An office that the source does not state, as a text and as a code. */
const unstated = new Set(['not stated', 'not-stated']);
