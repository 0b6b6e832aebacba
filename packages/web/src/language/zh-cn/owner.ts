/** Words of the owner page. */
export const owner = {
  title: '我的矿场',
} as const;
