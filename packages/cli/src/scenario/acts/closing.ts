import { type EventData, NOT_STATED } from '@rectify/engine';
import { at } from '../story/moments.ts';
import { type Act, inspector, owner, requestedAndGranted, sends, supervisor } from '../story/story.ts';

const appealRights = 'To the review office, within 30 days of service.';

/** An order of the campaign: asked for by an inspector, granted by a supervisor. It states as little as the report's order does. */
export function closed(requested: string, granted: string, grounds: string): Act {
  return requestedAndGranted('inspector', [requested, granted], 'ClosureOrdered', {
    grounds,
    authority: 'local authorities',
    legalBasis: NOT_STATED,
    appealRights,
    campaignId: 'november-2018',
  });
}

/** An order outside the campaign, asked for and granted. */
export function closedByOwnOrder(requested: string, granted: string, number: number, grounds: string): Act {
  return requestedAndGranted('inspector', [requested, granted], 'ClosureOrdered', ownOrder(number, grounds));
}

/** An order outside the campaign that an inspector has asked for. */
export function orderAskedFor(moment: string, number: number, grounds: string): Act {
  return inspector(moment, 'ClosureOrdered', ownOrder(number, grounds));
}

/** The particulars that an order usually has, all made up. */
function ownOrder(number: number, grounds: string): EventData<'ClosureOrdered'> {
  return {
    grounds,
    authority: 'Example energy bureau (fictitious)',
    legalBasis: 'Example power supply rules, article 12 (fictitious)',
    number: `DEMO-2018-${String(number).padStart(3, '0')}`,
    appealRights,
  };
}

/** The order is handed to the owner. */
export function served(moment: string, refusedToSign = false): Act {
  const method = 'handed over at the site';
  return inspector(moment, 'OrderServed', {
    servedAt: at(moment),
    method,
    ...(refusedToSign ? { refusedToSign } : {}),
  });
}

/** A supervisor asks for the reopening and another grants it: the mine may run from the second moment on. */
export function reopened(requested: string, granted: string, note?: string): Act {
  return requestedAndGranted('supervisor', [requested, granted], 'ReopeningAuthorised', { note });
}

/** A supervisor asks for the reopening; nobody has answered yet. */
export function reopeningAskedFor(moment: string): Act {
  return supervisor(moment, 'ReopeningAuthorised', {});
}

/** The owner says that the machines run again. */
export function resumed(moment: string, note?: string): Act {
  return owner(moment, 'OperationResumed', { note });
}

/** A supervisor gives the case to the mine's inspector. */
export function assigned(moment: string, note?: string): Act {
  return ({ supervisor, inspector }) => [
    sends(supervisor, at(moment), 'CaseAssigned', { assignee: inspector.id, note }),
  ];
}
