/** Words of what is kept on a device until the server has received it. */
export const outbox = {
  phone: 'this phone',
  computer: 'this computer',
  title: 'Sent from {{here}}',
  about: '{{name}}: {{about}}',
  banner_one: '{{count}} thing is not sent yet: it is only on {{here}}. It is sent when there is a connection.',
  banner_other:
    '{{count}} things are not sent yet: they are only on {{here}}. They are sent when there is a connection.',
  sendNow: 'Send now',
  waiting: 'not sent yet (only on {{here}})',
  refused: 'returned by the server, nothing was recorded: {{why}}',
  received: 'sent, receipt {{receipt}}, {{time}}',
  receivedPlain: 'sent',
  keptUntil:
    'There is no connection to the server. It is sent as soon as there is one; you may close this page and come back.',
  onlyHere: '{{size}}, not sent yet (only on {{here}})',
  change: 'Change',
  discard: 'Delete, do not send',
  seen: 'Remove from this list',
  signOut: {
    title: 'You cannot sign out yet',
    why_one: '{{count}} thing is not sent yet and is only on {{here}}. If you leave now, it is lost.',
    why_other: '{{count}} things are not sent yet and are only on {{here}}. If you leave now, they are lost.',
    anyway: 'Delete and leave',
  },
  pictures: {
    name_one: '{{count}} photo.pdf',
    name_other: '{{count}} photos.pdf',
    together_one: '{{count}} photo, {{size}}. It is sent as a PDF.',
    together_other: '{{count}} photos, {{size}}. They are sent as one PDF, in this order.',
    page: 'Photo {{number}}',
    earlier: 'Move photo {{number}} up',
    later: 'Move photo {{number}} down',
    remove: 'Remove photo {{number}}',
    more: 'Add more photos',
    notAll: '“{{name}}” cannot be put together with others in this browser. Send it by itself.',
  },
} as const;
