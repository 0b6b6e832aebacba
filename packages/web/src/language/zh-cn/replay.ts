/** Words of the replay page. */
export const replay = {
  title: '回放',
} as const;
