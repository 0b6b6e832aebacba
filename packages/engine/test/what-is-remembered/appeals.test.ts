import { describe, expect, test } from '@jest/globals';
import { givenAMineThatIs, onTheWayTo, owner, reviewer, supervisor } from '../given.ts';
import { remembered, the } from './remembered.ts';

describe('of an appeal is remembered', () => {
  test('what it is against, whether it is a repeated one, how it ended and what became of the stay', async () => {
    const mine = await givenAMineThatIs('closed');
    await mine.at(the(5)).does(owner, 'AppealLodged', { appealId: 'A1', grounds: 'No outage was ours' });
    const lodged = {
      appealId: 'A1',
      cycle: 1,
      grounds: 'No outage was ours',
      lodgedAt: the(5),
      against: 'order',
      againstId: null,
      repeated: false,
      status: 'pending',
      endedAt: null,
      stay: 'none',
      stayRequestedAt: null,
    };
    expect((await remembered(mine)).appeals).toEqual([lodged]);
    await mine.at(the(6)).does(owner, 'StayRequested');
    const asked = { ...lodged, stay: 'requested', stayRequestedAt: the(6) };
    expect((await remembered(mine)).appeals).toEqual([asked]);
    await mine.does(reviewer, 'StayRefused');
    expect((await remembered(mine)).appeals).toEqual([{ ...asked, stay: 'refused' }]);
    await mine.does(reviewer, 'StayGranted');
    expect((await remembered(mine)).appeals).toEqual([{ ...asked, stay: 'granted' }]);
    await mine.does(reviewer, 'StayEnded');
    await mine.at(the(7)).does(owner, 'AppealWithdrawn');
    const withdrawn = { ...asked, stay: 'ended', status: 'withdrawn', endedAt: the(7) };
    expect((await remembered(mine)).appeals).toEqual([withdrawn]);
    const aLetter = { kind: 'letter', id: 'G1' } as const;
    await mine.at(the(8)).does(owner, 'AppealLodged', { appealId: 'A2', against: aLetter });
    await mine.does(reviewer, 'StayGranted');
    await mine.at(the(9)).does(reviewer, 'AppealDecided', { decision: 'varied' });
    const [, second] = (await remembered(mine)).appeals;
    expect(second).toMatchObject({ against: 'letter', againstId: 'G1', repeated: true, lodgedAt: the(8) });
    expect(second).toMatchObject({ status: 'varied', endedAt: the(9) });
    await mine.does(owner, 'AppealLodged', { appealId: 'A3', against: { kind: 'refusal' } });
    expect((await remembered(mine)).appeals[2]).toMatchObject({ against: 'refusal', againstId: null, repeated: true });
  });

  test('that a stay ended with the cycle, and that an upheld one makes the next a repeated one', async () => {
    const mine = await givenAMineThatIs('closed');
    await mine.does(owner, 'AppealLodged', { appealId: 'A1' });
    await mine.does(reviewer, 'AppealDecided', { decision: 'upheld' });
    await mine.does(owner, 'AppealLodged', { appealId: 'A2' });
    await mine.does(reviewer, 'StayGranted');
    await mine.does(supervisor, 'ClosureWithdrawn');
    expect((await remembered(mine)).appeals).toMatchObject([
      { stay: 'none', repeated: false },
      { stay: 'ended', repeated: true },
    ]);
    await onTheWayTo(mine, 'closed');
    await mine.does(owner, 'AppealLodged', { appealId: 'A3' });
    expect((await remembered(mine)).appeals[2]).toMatchObject({ cycle: 2, repeated: false });
  });
});
