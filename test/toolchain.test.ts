import { describe, expect, test } from '@jest/globals';
import { nodeFits } from '../scripts/toolchain.mjs';

describe('the Node that runs the project', () => {
  test.each([
    ['24.21.0', '3.53.1'],
    ['26.10.0', '3.51.3'],
  ])('may be Node %s with SQLite %s', (node, sqlite) => {
    expect(nodeFits({ node, sqlite })).toBe(true);
  });

  test.each([
    ['20.20.2', undefined],
    ['22.22.0', '3.53.1'],
    ['25.2.0', '3.53.1'],
    ['24.0.0', '3.49.1'],
    ['24.12.0', '3.51.2'],
  ])('may not be Node %s with SQLite %s', (node, sqlite) => {
    expect(nodeFits({ node, sqlite })).toBe(false);
  });
});
