/** The short number by which an owner can refer to something they sent, such as `R-4F0C21AB`: from the event's id. */
export function receiptOf(eventId: string): string {
  return `R-${eventId.slice(0, 8).toUpperCase()}`;
}
