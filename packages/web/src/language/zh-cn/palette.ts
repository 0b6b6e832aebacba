/** Words of the field for all that one can go to or do. */
export const palette = {
  open: '前往……',
  title: '前往或办理',
  placeholder: '矿场、页面、办理事项，或日期（如2018年11月11日）',
  nothing: '没有与“{{typed}}”相符的内容。',
  lookAt: '回看{{day}}',
  group: { mines: '矿场', actions: '本案可办事项', days: '日期', screens: '页面', settings: '设置' },
} as const;
