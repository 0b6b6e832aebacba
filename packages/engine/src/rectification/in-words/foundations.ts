/** What a rule goes back to: the founding report, one of the rules that hold everywhere, or a section of the rules. */
export type Foundation =
  | 'report'
  | 'rule 1'
  | 'rule 2'
  | 'rule 3'
  | 'rule 4'
  | 'rule 5'
  | 'rule 6'
  | 'rule 7'
  | 'rule 8'
  | 'cycles'
  | 'privacy';

/** Where it comes from: the report that the first version was made after. */
export const foundingReport = {
  reference: 'Cong Express, quoting mine owners, November 2018',
  facts: [
    [
      'Power outages in Guizhou and Xinjiang reportedly triggered strict inspections.',
      'the regions of `rectification@1`',
    ],
    ['Local authorities initiated “rectification”; mines were closed since 5 November.', '`ClosureOrdered`'],
    [
      'On 11 November the mines were still closed.',
      'a closure that has not ended is measured up to the day asked about',
    ],
    ['Tax inspections by representatives of the state.', 'check `TAX`'],
    [
      'Real names of all people involved, producers and customers, were verified.',
      'checks `REAL_NAME_PRODUCERS`, `REAL_NAME_CUSTOMERS`',
    ],
    ['One miner had to sign a “guarantee book”.', '`GuaranteeLetterDemanded` and what follows it'],
    ['One miner was ordered to relocate or to curtail power.', '`PowerDirectionIssued` and what follows it'],
    [
      'Reopening once licences, “state-of-the-art” power supply procedures and employee social security are officially complete.',
      'requirements `LICENCES`, `POWER_SUPPLY_PROCEDURE`, `SOCIAL_SECURITY`; `RequirementsCertified`',
    ],
    ['Mines report lost capacity.', '`LostCapacityReported`, as reported, never divided among mines'],
    ['An owner calls the industry’s impact on the grid small.', '`OwnerStatementFiled`'],
  ],
} as const satisfies { reference: string; facts: readonly (readonly [said: string, became: string])[] };

/** The rules that hold everywhere, numbered as they are cited. */
export const rulesEverywhere = [
  'Clocks never coerce: only a person closes, revokes, licenses or reopens. A passed deadline flags and notifies.',
  'Every event has two times: when it occurred in the world, known to the instant, the day or the month, and when it was put on record. What occurred may not lie in the future.',
  'It is decided once: what was decided stays as it was decided, and a later rule does not change it. Verifying decides everything again and reports every difference.',
  'Deadlines are computed from what happened; no timer runs in the statechart.',
  'Four eyes means two different people. The procedure says which roles may request and which may grant. The owner does not see a request before it takes effect.',
  'Deadlines are the procedure’s, in calendar or working days of its time zone, the last day included, and they bind both sides: the owner and the authority.',
  'A list and an action on that list share one question, and the count is shown before the action runs.',
  'An event may say where it comes from: a report, a record, or invented for a demonstration. What is not stated stays “not stated”.',
] as const;
