/** What is used of Cephes: the package has declarations, but does not export them. */
declare module 'cephes' {
  /** Settles when the functions may be called. */
  export const compiled: Promise<void>;
  /** The upper tail of the chi-squared distribution; throws where it is too small for a double. */
  export function chdtrc(degreesOfFreedom: number, x: number): number;
  /** The natural logarithm of the gamma function. */
  export function lgam(x: number): number;
  /** The quantile of the standard normal distribution. */
  export function ndtri(probability: number): number;
}
