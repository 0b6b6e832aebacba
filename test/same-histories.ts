import fc from 'fast-check';

/** The seed of every property test unless RECTIFY_PROPERTY_SEED names another, or says `random`. */
const USUAL = 20181105;

const asked = process.env.RECTIFY_PROPERTY_SEED ?? String(USUAL);
if (asked !== 'random') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(asked) });
