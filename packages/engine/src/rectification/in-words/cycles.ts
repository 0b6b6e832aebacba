/** The rules of closure cycles, each a sentence or two. */
export const cycleRules = [
  'A closure cycle lasts from a closing order, or from a relocation that shuts a running mine, until the mine may run again: by `ReopeningAuthorised`, `ClosureWithdrawn` or `ClosureQuashed`. Decommissioning ends it too, but is no reopening. Cycles of a mine are counted from 1.',
  'A cycle is pinned to the procedure version that was in force for the region when it began, and keeps it until `ProcedureMigrated` moves it to another.',
  'A new cycle begins with no findings, no checks, every requirement missing, no inspection, no pending request to lift, and no appeal. Licences, guarantee letters, power directions, documents, statements and pending appeals of earlier cycles carry over.',
  'A relocation inside the jurisdiction (the regions of the pinned procedure) shuts the mine until the new site has been inspected. A running mine begins a cycle by it, which has no order and so cannot be withdrawn, quashed or appealed against. A shut mine stays in its cycle, with findings, checks, requirements, inspection and request to lift reset.',
  'If a cycle ends by withdrawal or quashing while the site is a new one that no inspection has passed, a cycle for the relocation begins at the same instant.',
  'After withdrawal or quashing a mine that was ever reopened is `reopened` again; otherwise it is `operating`.',
  'Ending a cycle in any way abandons a running inspection, settles open findings and pending requests of the owner, and ends a stay.',
  'No schedule is needed to start an inspection. Ids are never used again. An inspection is a re-inspection once an inspection failed in this cycle at this site; it has to look at open findings and failed checks only, but may raise new findings.',
  'There is no way back behind a passed inspection: a defect found later is a correction, or a withdrawal and a new order.',
  'The mine may run if it is neither decommissioned nor relocating, and is operating or reopened, or its order is stayed and its site is not a new one that no inspection has passed. A stay neither ends nor interrupts the cycle.',
  'An appeal belongs to the cycle in which it is lodged. When the appeal of the current cycle against the closing order is decided `quashed` while the mine is shut, `ClosureQuashed` is put on record with the decision; nobody sends it. Appeals of an earlier cycle may still be decided or withdrawn, and count for that cycle alone.',
  'Losing a licence while shut makes requirements lapse that depend on it; a waiver stands. Reinstating or granting one does not restore them: they are satisfied, and certified, again.',
] as const;
