import { assigned, closed, closedByOwnOrder, reopened, resumed, served } from '../acts/closing.ts';
import { inspectionFailed, inspectionPassed, inspectionUnderWay, madeGood, scheduled } from '../acts/inspecting.ts';
import { certified, everyRequirement, evidence, satisfied } from '../acts/requirements.ts';
import { inspector, mine, owner, reviewer, type Story, supervisor } from '../story/story.ts';
import { demonstrationData, exampleComputing, shiliSuanli, yanshiKeji } from './operators.ts';

/** Mines that are closed on the last day and have not passed their inspection. */
export const closedMines: readonly Story[] = [
  // Rather than put it right where it is, the owner moves.
  mine(
    'XJ-0003',
    { on: '01-30 10:30', name: '演示矿场 3', operator: exampleComputing(3), megawatts: 15, site: 'Example Site 6' },
    closed('11-06 10:40', '11-06 14:10', 'Inspection of power use after the outages'),
    served('11-07 11:20'),
    inspectionFailed('11-20 09:30', 'I1', [
      { id: 'F1', wrong: 'The site draws more than its connection is laid out for.', due: '12-11' },
    ]),
    owner('12-12 10:10', 'RelocationStarted', { destination: 'Example Site 36, with a stronger connection' }),
    owner('12-18 15:30', 'NoteAdded', { text: 'Half of the machines have been packed.', visibility: 'owner' }),
  ),

  mine(
    'XJ-0005',
    { on: '02-26 09:40', name: 'Demonstration Mine 5', operator: yanshiKeji(5), megawatts: 27 },
    closed('11-06 13:45', '11-06 15:50', 'Two transformers run without the records of the power office'),
    served('11-08 09:20'),
    inspectionFailed('11-15 09:30', 'I1', [
      { id: 'F1', wrong: 'No load records of transformer 1.', due: '11-29' },
      {
        id: 'F2',
        wrong: 'Contracts of three customers carry no verified real name.',
        due: '11-29',
        check: 'REAL_NAME_CUSTOMERS',
      },
    ]),
    madeGood('11-28 16:10', 'F1', 'F2'),
    owner('12-05 10:20', 'LostCapacityReported', { amountPerDay: 480, unit: 'MWh', scope: 'mine', from: '2018-11-06' }),
    owner('12-17 09:15', 'LiftRequested', {
      reason: 'Everything found was made good on 28 November and nobody has come since.',
    }),
    supervisor('12-21 14:20', 'LiftRefused', {
      reason: 'The closure is not lifted before the re-inspection, which is being scheduled.',
    }),
    owner('12-24 10:05', 'OwnerStatementFiled', { text: 'The day of the re-inspection has still not been told us.' }),
  ),

  // The second time round: reopened in November, closed again in December.
  mine(
    'XJ-0007',
    { on: '04-11 14:00', name: '演示矿场 7', operator: shiliSuanli(7), megawatts: 19 },
    closed('11-06 11:10', '11-06 16:30', 'Inspection of power use after the outages'),
    served('11-07 10:50'),
    inspectionPassed('11-12 09:30', 'I1'),
    evidence('11-13 09:20', everyRequirement),
    satisfied('11-16 10:30', everyRequirement),
    certified('11-19 10:15'),
    reopened('11-20 09:40', '11-21 11:30'),
    resumed('11-21 16:20'),
    closedByOwnOrder(
      '12-11 09:30',
      '12-11 13:45',
      46,
      'A hall was put into operation that is not in the power supply plan',
    ),
    served('12-12 10:00'),
    inspectionFailed('12-18 09:30', 'I2', [
      { id: 'F1', wrong: 'Hall 3 is fed from hall 2 by a line that was never approved.', due: '12-28' },
    ]),
    madeGood('12-24 14:40', 'F1'),
    scheduled('12-26 09:30', 'I3', '12-29'),
    inspectionUnderWay('12-29 13:30', 'I3'),
  ),

  // Under appeal with a stay: it may run although the order stands, and nobody has inspected it yet.
  mine(
    'XJ-0014',
    { on: '05-08 10:10', name: 'Demonstration Mine 24', operator: demonstrationData(14), megawatts: 21 },
    closed('11-06 14:20', '11-06 17:00', 'Inspection of power use after the outages'),
    served('11-07 14:10'),
    owner('11-13 10:00', 'AppealLodged', {
      appealId: 'A1',
      grounds: 'The mine has its own generator and drew nothing from the grid during the outage.',
    }),
    owner('11-13 10:15', 'StayRequested', {
      appealId: 'A1',
      reason: 'The generator can be shown to carry the whole load.',
    }),
    reviewer('11-22 11:20', 'StayGranted', {
      appealId: 'A1',
      reason: 'The generator was shown; nothing is lost by waiting for the decision.',
    }),
    resumed('11-23 09:30', 'On the own generator alone.'),
  ),

  // Nobody has come at all.
  mine(
    'XJ-0017',
    { on: '08-01 11:30', name: '演示矿场 17', operator: exampleComputing(17), megawatts: 4 },
    closed('11-08 09:15', '11-08 14:40', 'Inspection of power use after the outages'),
    served('11-13 16:15'),
    scheduled('11-21 10:00', 'I1', '11-28'),
    inspector('11-28 09:10', 'NoteAdded', {
      text: 'The road to the site is closed by snow; the visit is put off.',
      visibility: 'owner',
    }),
    owner('12-03 10:45', 'LiftRequested', { reason: 'We have been ready for the inspection for three weeks.' }),
    owner('12-19 11:20', 'OwnerStatementFiled', { text: 'The answer to our request was due on 17 December.' }),
  ),

  mine(
    'GZ-0007',
    { on: '03-12 09:35', name: 'Demonstration Mine 7', operator: demonstrationData(7), megawatts: 13 },
    closed('11-08 11:00', '11-08 16:10', 'Installed capacity above the figure registered'),
    served('11-09 15:10'),
    scheduled('11-12 09:40', 'I1', '11-20'),
    inspectionUnderWay('11-20 09:30', 'I1', 'TAX'),
    inspector('11-20 11:30', 'InspectionAbandoned', {
      inspectionId: 'I1',
      reason: 'The power went off in the whole district.',
    }),
    assigned('12-10 09:30'),
    scheduled('12-21 10:10', 'I2', '12-28'),
    inspectionUnderWay('12-28 14:00', 'I2', 'REAL_NAME_PRODUCERS', 'REAL_NAME_CUSTOMERS'),
  ),

  // The owner lets the days pass.
  mine(
    'GZ-0008',
    { on: '06-05 13:20', name: '演示矿场 2', operator: shiliSuanli(14), megawatts: 17 },
    closed('11-07 11:20', '11-07 15:30', 'Inspection of power use after the outages'),
    served('11-09 09:45', true),
    inspectionFailed(
      '11-21 09:30',
      'I1',
      [
        { id: 'F1', wrong: 'No tax declarations since January.', due: '12-05', check: 'TAX' },
        {
          id: 'F2',
          wrong: 'Seven employees have no verified real name at the office that holds the records.',
          due: '12-05',
          check: 'REAL_NAME_PRODUCERS',
        },
        { id: 'F3', wrong: 'The cooling water runs into the neighbouring field.', due: '12-12' },
      ],
      { ownerSide: 'absent' },
    ),
    inspector('12-06 10:30', 'NoteAdded', {
      text: 'Reached the operator by telephone; documents were promised for the following week.',
      visibility: 'internal',
    }),
    inspector('12-14 15:00', 'NoteAdded', { text: 'Nothing has come.', visibility: 'internal' }),
  ),

  mine(
    'GZ-0011',
    { on: '07-17 10:25', name: 'Demonstration Mine 11', operator: exampleComputing(11), megawatts: 23 },
    closed('11-07 14:10', '11-07 16:40', 'Two transformers run without the records of the power office'),
    served('11-08 11:10'),
    inspectionFailed('11-19 13:30', 'I1', [
      { id: 'F1', wrong: 'The records of transformer 2 end in June.', due: '12-03' },
    ]),
    owner('12-04 09:50', 'AppealLodged', {
      appealId: 'A1',
      grounds: 'The records lie with the power office, which took them along in June.',
    }),
    owner('12-05 09:30', 'StayRequested', {
      appealId: 'A1',
      reason: 'Nobody can make good what the authority itself holds.',
    }),
    reviewer('12-11 16:00', 'StayRefused', {
      appealId: 'A1',
      reason: 'Whether the power office holds the records is what the appeal is about.',
    }),
  ),

  // Directed to use less power, and did not.
  mine(
    'GZ-0013',
    { on: '08-22 14:50', name: '演示矿场 16', operator: yanshiKeji(13), megawatts: 33 },
    closed('11-05 15:20', '11-05 17:10', 'Inspection of power use after the outages'),
    served('11-07 09:50'),
    supervisor('11-14 11:40', 'PowerDirectionIssued', {
      directionId: 'P1',
      alternatives: ['curtail', 'relocate'],
      dueOn: '2018-11-28',
      cap: { amount: 10, unit: 'MW' },
    }),
    inspectionFailed('11-19 09:30', 'I1', [{ id: 'F1', wrong: 'The cooling alone draws 12 MW.', due: '12-07' }]),
    inspector('12-03 14:20', 'PowerDirectionBreached', {
      directionId: 'P1',
      reason: 'The meter showed 14 MW on 30 November and 1 December.',
    }),
    madeGood('12-06 15:30', 'F1'),
  ),

  mine(
    'GZ-0017',
    { on: '09-19 10:00', name: 'Demonstration Mine 17', operator: demonstrationData(17), megawatts: 8 },
    closedByOwnOrder('12-10 10:20', '12-10 14:50', 45, 'Outage at the substation on 5 December'),
    served('12-11 10:30'),
    owner('12-13 09:10', 'OwnerStatementFiled', {
      text: 'Our site had been switched off for maintenance since 3 December.',
    }),
  ),
];
