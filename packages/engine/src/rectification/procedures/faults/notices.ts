import { z } from 'zod';
import { type EventType, isEventType } from '../../events/events.ts';
import { type Role, role } from '../../roles.ts';
import { isInternalToTheAuthority } from '../../visibility.ts';
import { procedure } from '../procedure.ts';
import type { FaultFinder, ProcedureFault } from './fault.ts';
import { partsAt } from './parts.ts';

const notice = z.looseObject({ on: procedure.shape.notices.element.shape.on, who: z.array(z.unknown()) });

/** Notices of what there is not, or to those who may not know of it. */
export const noticeFaults: FaultFinder = (document) => [
  ...partsAt(document, '/notices/*/on', notice.shape.on)
    .filter(({ value }) => !isEventType(value))
    .map(
      ({ pointer, value }): ProcedureFault => ({
        pointer,
        code: 'unknown-event-type',
        detail: `${value} is no event type; correct it, or remove the notice`,
      }),
    ),
  ...partsAt(document, '/notices/*', notice).flatMap(({ pointer, value: { on, who } }) =>
    partsAt(who, '/*', role)
      .filter(({ value }) => isEventType(on) && !maySee(value, on))
      .map(
        (told): ProcedureFault => ({
          pointer: `${pointer}/who${told.pointer}`,
          code: 'notice-to-who-cannot-see',
          detail: `tells ${told.value} of ${on}, which ${told.value} may not see; leave that role out`,
        }),
      ),
  ),
];

/** Administrators see no cases and the system reads no notices; owners are not told what is internal to the authority. */
function maySee(who: Role, type: EventType): boolean {
  if (who === 'admin' || who === 'system') return false;
  return who !== 'owner' || !isInternalToTheAuthority(type);
}
