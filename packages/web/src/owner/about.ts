import type { MineDetail } from '../api/answers.ts';
import type { Speech } from '../case/speech.ts';
import type { Preset } from './own-acts.tsx';

/** What a form is about, where it was opened beside something. */
export function aboutOf(
  { requirement, findingId, letterId }: Preset,
  { detail }: MineDetail,
  { words }: Pick<Speech, 'words'>,
): string | null {
  if (requirement !== undefined) return words.subject(requirement);
  if (findingId !== undefined) return detail.findings.find((one) => one.findingId === findingId)?.description ?? null;
  if (letterId !== undefined) return detail.letters.find((one) => one.letterId === letterId)?.text ?? null;
  return null;
}

/** What a form settles beforehand, from the pointers under which it is kept. */
export function presetIn(pointers: Readonly<Record<string, string>>): Preset {
  return Object.fromEntries(Object.entries(pointers).map(([pointer, value]) => [pointer.replace('/data/', ''), value]));
}
