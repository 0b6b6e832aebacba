/** Where the folder of an opened store has what is not in the store. */
export interface Beside {
  /** The file of the read database. */
  readonly readDatabase: string;
  /** The key that the folder's server signs with. */
  readonly signingKey: () => Uint8Array;
}
