import { closed, reopened, resumed, served } from '../acts/closing.ts';
import {
  inspectionFailed,
  inspectionPassed,
  inspectionUnderWay,
  madeGood,
  reinspectionPassed,
  scheduled,
} from '../acts/inspecting.ts';
import { letterDemanded, letterSigned } from '../acts/letters.ts';
import { certified, everyRequirement, evidence, licenceGranted, satisfied, waived } from '../acts/requirements.ts';
import { document } from '../story/documents.ts';
import {
  inspector,
  licensing,
  mine,
  owner,
  requestedAndGranted,
  reviewer,
  type Story,
  supervisor,
} from '../story/story.ts';
import { demonstrationData, exampleComputing, shiliSuanli, yanshiKeji } from './operators.ts';

/** Mines that run again on the last day. */
export const reopenedMines: readonly Story[] = [
  // The quickest way through: nothing wrong, everything at hand.
  mine(
    'XJ-0006',
    { on: '03-20 10:00', name: 'Demonstration Mine 6', operator: exampleComputing(6), megawatts: 8 },
    closed('11-05 14:05', '11-05 15:30', 'Inspection of power use after the outages'),
    served('11-06 09:10'),
    inspectionPassed('11-08 09:30', 'I1'),
    evidence('11-08 15:45', ['LICENCES', 'POWER_SUPPLY_PROCEDURE']),
    evidence('11-09 09:15', ['SOCIAL_SECURITY']),
    satisfied('11-13 10:00', everyRequirement),
    certified('11-14 09:45'),
    reopened('11-15 16:20', '11-16 10:05'),
    resumed('11-16 13:30'),
  ),

  mine(
    'GZ-0004',
    { on: '05-16 09:30', name: 'Demonstration Mine 14', operator: exampleComputing(1), megawatts: 10 },
    closed('11-05 10:20', '11-05 14:05', 'Inspection of power use after the outages'),
    served('11-06 11:30'),
    inspectionPassed('11-09 09:40', 'I1', {
      checks: { REAL_NAME_CUSTOMERS: 'not-applicable' },
      summary: 'The mine works for its operator alone.',
    }),
    evidence('11-12 09:15', everyRequirement),
    satisfied('11-14 14:30', everyRequirement),
    certified('11-15 11:00'),
    reopened('11-16 10:05', '11-19 09:30'),
    resumed('11-19 14:00'),
  ),

  mine(
    'XJ-0008',
    { on: '06-11 13:45', name: '演示矿场 8', operator: yanshiKeji(8), megawatts: 30 },
    closed('11-07 09:05', '11-07 10:40', 'Two transformers run without the records of the power office'),
    served('11-07 16:20'),
    inspectionFailed('11-14 10:00', 'I1', [
      { id: 'F1', wrong: 'No load records of transformers 3 and 4.', due: '11-28' },
    ]),
    madeGood('11-19 11:15', 'F1'),
    reinspectionPassed('11-22 10:30', 'I2', ['F1']),
    evidence('11-23 09:00', everyRequirement),
    satisfied('11-27 09:50', everyRequirement),
    certified('11-28 14:15'),
    reopened('11-29 09:20', '11-30 11:00'),
    resumed('12-01 10:30', 'The first machines were started on Saturday.'),
    owner('12-03 09:40', 'LostCapacityReported', {
      amountPerDay: 540,
      approximate: true,
      unit: 'MWh',
      scope: 'mine',
      from: '2018-11-07',
      to: '2018-11-30',
    }),
  ),

  // The inspectors came twice: the first time the owner's side was absent.
  mine(
    'GZ-0014',
    { on: '07-03 10:10', name: '演示矿场 14', operator: shiliSuanli(14), megawatts: 16 },
    closed('11-06 13:15', '11-06 16:00', 'Installed capacity above the figure registered'),
    served('11-07 13:40', true),
    scheduled('11-09 10:00', 'I1', '11-13'),
    inspectionUnderWay('11-13 09:30', 'I1'),
    inspector('11-13 10:15', 'InspectionAbandoned', {
      inspectionId: 'I1',
      reason: 'Nobody of the operator was at the site.',
    }),
    scheduled('11-13 14:30', 'I2', '11-16'),
    inspectionPassed('11-16 09:30', 'I2', {
      ownerSide: 'refused',
      summary: 'Nothing wrong; the operator did not sign the record.',
    }),
    evidence('11-21 10:45', everyRequirement),
    satisfied('11-28 09:20', everyRequirement),
    certified('11-29 16:10'),
    reopened('12-03 10:30', '12-04 09:40'),
    resumed('12-05 09:00'),
  ),

  // It moved within the region before the campaign came: shut until the new site is inspected, without any order.
  mine(
    'XJ-0010',
    {
      on: '04-25 11:00',
      name: 'Demonstration Mine 10',
      operator: demonstrationData(10),
      megawatts: 14,
      site: 'Example Site 10',
    },
    owner('10-22 09:30', 'RelocationStarted', { destination: 'Example Site 30, nearer to the substation' }),
    inspector('11-13 15:20', 'RelocationCompleted', { site: 'Example Site 30', region: 'CN-XJ' }),
    inspectionPassed('11-26 09:45', 'I1'),
    evidence('11-27 14:10', everyRequirement),
    satisfied('12-05 10:00', everyRequirement),
    certified('12-06 09:30'),
    reopened('12-07 11:15', '12-11 10:20'),
    resumed('12-11 15:45'),
  ),

  mine(
    'XJ-0013',
    { on: '02-08 14:20', name: '演示矿场 13', operator: yanshiKeji(13), megawatts: 22 },
    closed('11-06 15:10', '11-06 16:45', 'Inspection of power use after the outages'),
    served('11-08 10:30'),
    inspectionPassed('11-20 10:00', 'I1'),
    evidence('11-22 09:15', ['LICENCES', 'POWER_SUPPLY_PROCEDURE']),
    satisfied('11-28 10:40', ['LICENCES', 'POWER_SUPPLY_PROCEDURE']),
    waived(
      '11-30 15:05',
      'SOCIAL_SECURITY',
      '2019-01-31',
      'The social security office moves to another system until the end of January and issues no proofs.',
    ),
    certified('12-03 09:50'),
    reopened('12-10 10:00', '12-12 09:10', 'With a waiver until 31 January 2019.'),
    resumed('12-12 14:30'),
  ),

  // The order was given in the evening of the 5th and entered with the date of the 6th: corrected a week later.
  mine(
    'GZ-0018',
    { on: '03-29 09:20', name: 'Demonstration Mine 18', operator: demonstrationData(18), megawatts: 28 },
    licenceGranted('04-10 10:30', 'L1', 'Example operating licence', '2019-04-09'),
    closed('11-06 10:00', '11-06 14:30', 'Inspection of power use after the outages'),
    served('11-07 09:30'),
    letterDemanded('11-12 13:20', 'G1', '2018-11-26'),
    requestedAndGranted('inspector', ['11-13 11:20', '11-14 09:35'], 'FactCorrected', (facts) => ({
      corrections: facts
        .filter(({ type }) => type === 'ClosureOrdered')
        .map(({ eventId }) => ({ eventId, patch: { occurredAt: '2018-11-05T17:30:00+08:00' } })),
      reason: 'The order was signed in the evening of 5 November; the date of its entry was taken for its own.',
    })),
    inspectionFailed('11-21 09:30', 'I1', [
      { id: 'F1', wrong: 'Invoices of the third quarter are incomplete.', due: '12-05', check: 'TAX' },
    ]),
    letterSigned('11-22 16:00', 'G1'),
    inspector('11-27 09:25', 'GuaranteeLetterAccepted', { letterId: 'G1' }),
    madeGood('11-30 14:50', 'F1'),
    reinspectionPassed('12-05 13:30', 'I2', ['F1'], 'TAX'),
    evidence('12-06 09:00', everyRequirement),
    satisfied('12-12 10:20', everyRequirement),
    certified('12-13 11:30'),
    reopened('12-14 14:00', '12-17 09:45'),
    resumed('12-18 08:40'),
    inspector('12-27 15:15', 'GuaranteeLetterBreached', {
      letterId: 'G1',
      reason: 'Sixty machines more than reported were found running.',
    }),
  ),

  // Appealed, and the order was upheld; the way to reopening went on beside it.
  mine(
    'GZ-0012',
    { on: '08-15 10:35', name: '演示矿场 12', operator: shiliSuanli(12), megawatts: 40 },
    closed('11-07 10:10', '11-07 13:50', 'Installed capacity above the figure registered'),
    served('11-08 14:15'),
    owner('11-15 11:25', 'AppealLodged', {
      appealId: 'A1',
      grounds: 'The figure registered was raised in August; the order takes the former one.',
    }),
    inspectionFailed('11-22 09:30', 'I1', [
      { id: 'F1', wrong: 'Capacity found on site: 44 MW; registered: 40 MW.', due: '12-06' },
      { id: 'F2', wrong: 'Two of the tax declarations of 2017 are missing.', due: '12-06', check: 'TAX' },
    ]),
    madeGood('12-05 16:20', 'F1', 'F2'),
    reinspectionPassed('12-11 09:30', 'I2', ['F1', 'F2'], 'TAX'),
    evidence('12-12 10:10', everyRequirement),
    reviewer('12-13 14:40', 'AppealDecided', {
      appealId: 'A1',
      decision: 'upheld',
      reason: 'Forty-four megawatts were found; the order stands with either figure.',
    }),
    satisfied('12-19 09:30', everyRequirement),
    certified('12-20 15:00'),
    reopened('12-21 10:50', '12-24 09:20'),
    resumed('12-24 13:10'),
    licensing('12-26 10:00', 'NoteAdded', {
      text: 'The capacity registered is to be looked at again in spring.',
      visibility: 'internal',
    }),
    supervisor('12-26 14:20', 'DocumentAttached', {
      document: document('GZ-0012', 'Decision on the appeal.pdf'),
      visibility: 'owner',
    }),
  ),
];
