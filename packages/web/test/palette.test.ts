import { expect, test } from '@jest/globals';
import { matching, type PaletteCommand } from '../src/palette/command.ts';

test('commands are found by words of their text or note, in any order', () => {
  const command = (text: string, note?: string): PaletteCommand => ({
    id: text,
    group: 'actions',
    text,
    ...(note && { note }),
    run: () => {},
  });
  const commands = [command('Schedule an inspection'), command('Order closing', 'a second person has to grant it')];
  expect(matching(commands, 'INSPECTION sch').map(({ id }) => id)).toEqual(['Schedule an inspection']);
  expect(matching(commands, 'second').map(({ id }) => id)).toEqual(['Order closing']);
  expect(matching(commands, ' ')).toEqual(commands);
  expect(matching(commands, 'reopening')).toEqual([]);
});
