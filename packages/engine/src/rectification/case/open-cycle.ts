/** Whether a mine is in an open closure cycle: begun and not ended. */
export function inOpenCycle({ closure }: { readonly closure: { readonly until: string | null } | null }): boolean {
  return closure !== null && closure.until === null;
}
