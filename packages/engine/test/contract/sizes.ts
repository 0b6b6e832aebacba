/** How much the suites do with a store; the full run does more. */

/** Events of the longest log, which is paged. */
export const EVENTS = Number(process.env.RECTIFY_STORE_EVENTS ?? 5000);

/** Random operations whose answers are compared with those of the store in memory, at least. */
export const OPERATIONS = Number(process.env.RECTIFY_STORE_OPERATIONS ?? 2000);

/** Random histories of each property. */
export const HISTORIES = Number(process.env.RECTIFY_STORE_HISTORIES ?? 5);

/** Operations of each of the clients that send and read at the same time. */
export const CLIENT_OPERATIONS = Number(process.env.RECTIFY_STORE_CLIENT_OPERATIONS ?? 60);
