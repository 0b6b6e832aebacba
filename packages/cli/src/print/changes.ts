import { type ChangesAnswer, changeKind, type MineChange } from '@rectify/projections';
import { heading } from './output.ts';
import { operationInWords } from './states.ts';
import { table } from './table.ts';
import { beijing, counted } from './times.ts';

/** Which mines changed how, as a table, with what was corrected below it. */
export function changesInWords({ axis, before, after, items, total, counts }: ChangesAnswer): string {
  const period =
    axis === 'world'
      ? `What happened from ${beijing(before.asOf)} to ${beijing(after.asOf)}, as known on ${beijing(after.knownAt)}.`
      : `What became known from ${beijing(before.knownAt)} to ${beijing(after.knownAt)} about the world until ${beijing(after.asOf)}.`;
  if (total === 0) return `${period} No mine changed.`;
  const kinds = changeKind.options.filter((kind) => counts[kind] > 0).map((kind) => `${counts[kind]} ${kind}`);
  const rows = items.map((item) => [
    item.mineId,
    item.name,
    item.region,
    item.kinds.join(', '),
    item.before ? stoodInWords(item.before) : '',
    stoodInWords(item.after),
  ]);
  const corrections = items.flatMap(correctionsInWords);
  return [
    period,
    `${counted(total, 'mine')} changed: ${kinds.join(', ')}.`,
    '',
    table(['MINE', 'NAME', 'REGION', 'HOW', 'BEFORE', 'AFTER'], rows),
    ...(corrections.length > 0 ? ['', heading('Corrections'), ...corrections] : []),
  ].join('\n');
}

function stoodInWords({ state, shut, closure }: MineChange['after']): string {
  return shut && closure ? `${operationInWords(state)}, ${counted(closure.days, 'day')}` : operationInWords(state);
}

function correctionsInWords({ mineId, corrections }: MineChange): string[] {
  return corrections.flatMap(({ recordedAt, reason, corrected }) =>
    corrected.map(({ type, before, after }) => {
      const changed = after
        ? Object.keys(after).map(
            (key) => `${key} ${JSON.stringify(before?.[key] ?? null)} → ${JSON.stringify(after[key])}`,
          )
        : ['it never happened'];
      return `  ${mineId}  ${beijing(recordedAt)}  ${type}: ${changed.join(', ')} (${reason})`;
    }),
  );
}
