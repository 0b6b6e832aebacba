/** Words of citing figures. */
export const citation = {
  title: '引用的数据',
  cite: '引用',
  address: '引用的网址',
  copy: '复制网址',
  copied: '已复制',
  of: {
    mines: '矿场数',
    closures: '停产次数',
    statistics: '停产统计数据',
    course: '逐日停产数据',
    mine: '矿场{{mine}}',
  },
  stands: '该数据仍然成立：按今天所知，结果相同。',
  standsNot: '该数据已不成立：按今天所知为{{today}}。',
  recomputed: '按当时所知重新计算为{{value}}。',
  changedBy: '此后记录的内容',
  kind: { corrected: '更正', late: '补记', request: '双人办理' },
  recorded: '记录于{{time}}',
  arrived: '此后由其他节点传入，时间较早，已计入',
  more: '还有更多，未全部列出。',
  exactly: '原始查询：',
} as const;
