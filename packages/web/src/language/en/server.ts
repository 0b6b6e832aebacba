/** Words about the server itself: how it does, and since when lists lack something. */
export const server = {
  title: 'Server',
  ready: 'The server is ready: it records and reads.',
  notReady: 'The server is not ready.',
  whole: 'Lists show all that is on record, up to position {{position}}.',
  behind: 'Lists are behind since {{since}}.',
  behindDetail: 'What was recorded after that is safe, and shows once they have caught up.',
  rebuild: {
    title: 'Lists and figures',
    what: 'They are read from the log of events, and can be built from it anew. The ones in use go on until the new ones have caught up.',
    begin: 'Build them anew',
    share: 'Lists are being built anew: {{share}} done',
    pace: '{{perSecond}} events a second',
    secondsLeft_one: 'about {{count}} second left',
    secondsLeft_other: 'about {{count}} seconds left',
    minutesLeft_one: 'about {{count}} minute left',
    minutesLeft_other: 'about {{count}} minutes left',
    done: 'Built anew, from {{events}} events.',
    failed: 'They could not be built anew.',
  },
} as const;
