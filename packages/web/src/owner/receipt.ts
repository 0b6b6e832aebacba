/** The short number by which an owner can refer to something they sent: the first part of the event's id. */
export function receiptOf(eventId: string): string {
  return eventId.slice(0, 8).toUpperCase();
}
