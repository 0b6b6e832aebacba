import type { Procedure } from './procedure.ts';

/** The shipped procedure, derived from domain.md: its checks and requirements are the founding report's, its deadlines rule 6's. */
export const rectification1: Procedure = {
  id: 'rectification',
  version: 1,
  title: { en: 'Rectification of mines', 'zh-CN': '矿场整改' },
  zone: 'Asia/Shanghai',
  regions: ['CN-GZ', 'CN-XJ'],
  checks: [
    { code: 'TAX', office: 'tax', title: { en: 'Tax', 'zh-CN': '税务' }, takesDocument: true },
    {
      code: 'REAL_NAME_PRODUCERS',
      office: 'public-security',
      title: { en: 'Real names of producers', 'zh-CN': '生产者实名' },
      takesDocument: false,
    },
    {
      code: 'REAL_NAME_CUSTOMERS',
      office: 'public-security',
      title: { en: 'Real names of customers', 'zh-CN': '客户实名' },
      takesDocument: false,
    },
  ],
  requirements: [
    {
      code: 'LICENCES',
      office: 'licensing',
      provider: 'owner',
      title: { en: 'Licences', 'zh-CN': '许可证照' },
      evidence: { en: 'Copies of the licences the mine operates under', 'zh-CN': '矿场经营所依据的许可证照副本' },
      lapsesWithLicence: true,
    },
    {
      code: 'POWER_SUPPLY_PROCEDURE',
      office: 'power',
      provider: 'owner',
      title: { en: 'Power supply procedure', 'zh-CN': '供电程序' },
      evidence: { en: 'The written procedure by which the mine is supplied with power', 'zh-CN': '矿场供电的书面程序' },
      standard: 'state-of-the-art',
      lapsesWithLicence: false,
    },
    {
      code: 'SOCIAL_SECURITY',
      office: 'social-security',
      provider: 'owner',
      title: { en: 'Social security of employees', 'zh-CN': '员工社会保险' },
      evidence: { en: 'Proof that all employees are registered and paid for', 'zh-CN': '全体员工参保缴费证明' },
      lapsesWithLicence: false,
    },
  ],
  deadlines: {
    'first-inspection': 14,
    're-inspection': 14,
    'evidence-answer': 14,
    'extension-answer': 7,
    'stay-answer': 7,
    'lift-decision': 14,
    'appeal-decision': 60,
    'reopening-decision': 14,
    appeal: 30,
    service: 3,
  },
  fourEyes: {
    ClosureOrdered: { request: ['inspector', 'supervisor'], grant: ['supervisor'] },
    ReopeningAuthorised: { request: ['supervisor'], grant: ['supervisor'] },
    OperatorChanged: { request: ['supervisor'], grant: ['supervisor'] },
    FactCorrected: { request: ['inspector', 'supervisor'], grant: ['supervisor'] },
  },
  minimumInspectors: 2,
  offices: { inspection: 'tax', licensing: 'licensing', supervision: 'energy', review: 'review', power: 'power' },
};
