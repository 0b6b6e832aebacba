/** Words of the replay page. */
export const replay = {
  title: 'Replay',
} as const;
