import { givenARegister, inspector, ownerOf, type Register, reviewer, supervisor } from './given.ts';

const onDay = (november: number) => `2018-11-${String(november).padStart(2, '0')}T09:00:00+08:00`;

/** Given closures that differ in all they can be grouped by, some over in each way, some ongoing in several states. */
export async function givenManyCases(): Promise<Register> {
  const register = await givenARegister();
  const powerOffice = { ...inspector, id: 'sun.li', office: 'power' };
  const taxes = { groundsCode: 'TAX_EVASION', grounds: 'Taxes' };
  await register.registers('A', { region: 'CN-XJ', origin: { region: 'CN-SC', stated: true } });
  await register.registers('B', { region: 'CN-XJ', capacity: { amount: 150, unit: 'MW' } });
  await register.registers('C', { region: 'CN-GZ', capacity: { amount: 4000, unit: 'machines' } });
  await register.registers('D', { region: 'CN-GZ' });
  await register.registers('E', { region: 'CN-GZ' });
  await register.registers('F', { region: 'CN-SC' });

  await register.closes('A', onDay(5), { campaignId: 'winter' });
  await register.closes('B', onDay(5), { campaignId: 'winter', grounds: 'Power, and taxes' });
  await register.closes('C', onDay(6), { grounds: taxes.grounds });
  await register.does(
    'D',
    powerOffice,
    'ClosureOrdered',
    { ...taxes, authority: 'local authorities', legalBasis: 'not stated' },
    onDay(7),
  );
  await register.closes('E', onDay(8));

  await register.does(
    'B',
    inspector,
    'GuaranteeLetterDemanded',
    { letterId: 'G1', text: 'We', dueOn: '2018-12-01' },
    onDay(9),
  );
  await register.does(
    'C',
    supervisor,
    'PowerDirectionIssued',
    { directionId: 'P1', alternatives: ['curtail'], dueOn: '2018-12-01', cap: { amount: 2, unit: 'MW' } },
    onDay(9),
  );
  await register.reopens('A', onDay(12));
  await register.closes('A', onDay(20));
  await register.does('C', supervisor, 'ClosureWithdrawn', { reason: 'Error' }, onDay(13));
  await register.does('D', ownerOf('D'), 'AppealLodged', { appealId: 'A1', grounds: 'Wrong' }, onDay(13));
  await register.does(
    'D',
    reviewer,
    'AppealDecided',
    { appealId: 'A1', decision: 'quashed', reason: 'No basis' },
    onDay(15),
  );
  await register.does('E', supervisor, 'MineDecommissioned', { reason: 'Given up' }, onDay(16));

  await register.does('B', inspector, 'InspectionStarted', { inspectionId: 'I1' }, onDay(18));
  await register.does(
    'B',
    inspector,
    'FindingRaised',
    { findingId: 'F1', description: 'Taxes', dueOn: '2018-12-20' },
    onDay(18),
  );
  await register.does('B', inspector, 'InspectionFailed', { inspectionId: 'I1' }, onDay(18));
  await register.does('F', supervisor, 'NoteAdded', { text: 'Runs', visibility: 'internal' }, onDay(19));
  return register;
}
