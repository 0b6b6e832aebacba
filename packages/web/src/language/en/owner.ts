/** Words of the owner page. */
export const owner = {
  title: 'My mine',
} as const;
