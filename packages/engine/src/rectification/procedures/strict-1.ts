import type { Procedure } from './procedure.ts';
import { rectification1 } from './rectification-1.ts';

const days = (rule: Procedure['deadlines'][keyof Procedure['deadlines']], number: number) => ({
  ...rule,
  days: number,
  count: 'working' as const,
});
const { deadlines } = rectification1;

/**
 * A stricter procedure, shipped to be published where it is wanted: one more check, four eyes on licence grants, shorter deadlines in
 * working days, codes for grounds and findings. It proves that nothing of the default is hard-wired.
 */
export const strict1: Procedure = {
  ...rectification1,
  id: 'strict',
  version: 1,
  title: { en: 'Strict rectification of mines', 'zh-CN': '矿场严格整改' },
  checks: [
    ...rectification1.checks,
    {
      code: 'FIRE_SAFETY',
      office: 'fire-rescue',
      title: { en: 'Fire safety', 'zh-CN': '消防安全' },
      takesDocument: true,
    },
  ],
  deadlines: {
    ...deadlines,
    'first-inspection': days(deadlines['first-inspection'], 7),
    're-inspection': days(deadlines['re-inspection'], 7),
    'evidence-answer': days(deadlines['evidence-answer'], 7),
    'extension-answer': days(deadlines['extension-answer'], 3),
    'stay-answer': days(deadlines['stay-answer'], 3),
    'lift-decision': days(deadlines['lift-decision'], 7),
    'reopening-decision': days(deadlines['reopening-decision'], 7),
    'approval-answer': days(deadlines['approval-answer'], 3),
  },
  licenceWarnings: [90, 60, 30, 0],
  fourEyes: {
    ...rectification1.fourEyes,
    LicenceGranted: { request: ['licensing'], grant: ['licensing', 'supervisor'] },
  },
  directory: [
    ...rectification1.directory,
    { code: 'fire-rescue', title: { en: 'fire and rescue office', 'zh-CN': '消防救援机构' }, roles: ['inspector'] },
  ],
  groundsCodes: [
    { code: 'POWER_OUTAGE', title: { en: 'Strict inspection after a power outage', 'zh-CN': '停电后严格检查' } },
    { code: 'TAX_DEFAULT', title: { en: 'Taxes not declared or paid', 'zh-CN': '未申报或未缴纳税款' } },
    { code: 'UNREGISTERED_PERSONS', title: { en: 'Real names not verified', 'zh-CN': '未落实实名登记' } },
    { code: 'OTHER', title: { en: 'Other grounds', 'zh-CN': '其他事由' } },
  ],
  findingCodes: [
    { code: 'TAX', title: { en: 'Tax', 'zh-CN': '税务' } },
    { code: 'REAL_NAME', title: { en: 'Real names', 'zh-CN': '实名' } },
    { code: 'POWER_SUPPLY', title: { en: 'Power supply', 'zh-CN': '供电' } },
    { code: 'FIRE_SAFETY', title: { en: 'Fire safety', 'zh-CN': '消防安全' } },
    { code: 'OTHER', title: { en: 'Other', 'zh-CN': '其他' } },
  ],
};
