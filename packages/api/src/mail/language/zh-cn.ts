/** What mails say beside the words of the domain, in Simplified Chinese. */
export const mail = {
  news: {
    subject: '{{name}}有新进展',
    subjectMany: '您的{{count}}个矿场有新进展',
    subjectManyCases: '您承办的{{count}}件案件有新进展',
    intro: '您的矿场有以下新记录，时间均为北京时间（UTC+8）。',
    introCases: '您承办的案件有以下新记录，时间均为北京时间（UTC+8）。',
    event: '{{time}}：{{sentence}}',
    more_other: '另有{{count}}条记录，请在页面查看',
  },
  deadlines: {
    subject: '即将到期或逾期：{{name}}',
    subjectMany: '即将到期或逾期：您的{{count}}个矿场',
    subjectManyCases: '即将到期或逾期：您承办的{{count}}件案件',
    intro: '截至{{day}}，以下事项即将到期或已逾期。',
    appeal: '您可于{{day}}前申请复议。',
  },
  mine: '{{name}}（{{mineId}}）',
  line: '- {{text}}',
  moreMines_other: '另有{{count}}个：{{link}}',
  demonstration: '本服务器为演示，名称及多数事实均为虚构。',
  stop: '您收到此邮件，是因为您选择了邮件通知。更改或停止接收：{{link}}',
} as const;
