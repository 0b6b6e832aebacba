/** The projector stopped or was closed: what a reader waits for will not be folded. */
export class NotFolding extends Error {
  override readonly name = 'NotFolding';
}
