/** Whether one position of the log lies before another; undefined where they are no numbers, of which only the server knows the order. */
export function isBefore(a: string, b: string): boolean | undefined {
  return isNumber(a) && isNumber(b) ? BigInt(a) < BigInt(b) : undefined;
}

function isNumber(position: string): boolean {
  return /^\d+$/.test(position);
}
