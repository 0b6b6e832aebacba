/** What was named to be cited is no figure that can be. */
export class CannotBeCited extends Error {
  override readonly name = 'CannotBeCited';
}
