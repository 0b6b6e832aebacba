/** The element id of a field, from its pointer: what an error summary links to. */
export function fieldId(pointer: string): string {
  return `entry${pointer.replaceAll(/[^A-Za-z0-9]/g, '-')}`;
}
