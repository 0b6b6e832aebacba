/** Words about the server itself: how it does, and since when lists lack something. */
export const server = {
  title: '服务器',
  ready: '服务器就绪，可以记录和查阅。',
  notReady: '服务器尚未就绪。',
  whole: '列表已包含全部记录，至位置{{position}}。',
  behind: '列表自{{since}}起未更新。',
  behindDetail: '此后的记录已妥善保存，列表更新后即可显示。',
  rebuild: {
    title: '列表和统计数据',
    what: '列表和统计数据读自事件记录，可以据此重建。新的建成之前，现有的照常使用。',
    begin: '重建',
    share: '列表正在重建：已完成{{share}}',
    pace: '每秒{{perSecond}}个事件',
    secondsLeft_other: '约剩{{count}}秒',
    minutesLeft_other: '约剩{{count}}分钟',
    done: '已重建，共{{events}}个事件。',
    failed: '重建未成功。',
  },
} as const;
