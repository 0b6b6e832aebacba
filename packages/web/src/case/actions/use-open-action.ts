import { type EventType, eventTypes } from '@rectify/engine/rectification';
import { useNavigate, useSearch } from '@tanstack/react-router';

/** A form that is open: which event, and the request that it answers. */
export interface OpenAction {
  readonly type: EventType;
  readonly approvalId?: string;
}

/** The form that is open, as the address names it: it can be opened from anywhere, and going back closes it. */
export function useOpenAction() {
  const { act, request } = useSearch({ from: '/mines/$mineId' });
  const navigate = useNavigate({ from: '/mines/$mineId' });
  const type = eventTypes.find((known) => known === act);
  const action: OpenAction | null =
    type === undefined ? null : { type, ...(request === undefined ? {} : { approvalId: request }) };
  const setAction = (next: OpenAction | null) => {
    if (next === null && act === undefined) return;
    void navigate({
      search: (now) => ({ ...now, act: next?.type, request: next?.approvalId }),
      hash: true,
      resetScroll: false,
      // A form that is closed is not come back to.
      replace: next === null,
    });
  };
  return { action, setAction };
}
