/** One message of a stream of Server-Sent Events; one without data only says where the stream is. */
export interface StreamMessage {
  readonly event: string;
  readonly id: string | undefined;
  readonly data: string;
}

/**
 * Reads Server-Sent Events from chunks of text, as the WHATWG describes them: fields a line, a message a blank line, comments begin
 * with a colon. Returns a function that takes the next chunk and gives the messages that it completes.
 */
export function readMessages(): (chunk: string) => StreamMessage[] {
  let rest = '';
  /** The last chunk ended with a carriage return: a line feed that comes next belongs to it. */
  let returned = false;
  let event = 'message';
  let id: string | undefined;
  let data: string[] = [];
  let saysWhere = false;

  const take = (line: string): StreamMessage | null => {
    if (line === '') {
      const message = data.length > 0 || saysWhere ? { event, id, data: data.join('\n') } : null;
      event = 'message';
      data = [];
      saysWhere = false;
      return message;
    }
    const colon = line.indexOf(':');
    if (colon === 0) return null;
    const name = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (name === 'event') event = value;
    if (name === 'data') data.push(value);
    if (name === 'id') {
      id = value;
      saysWhere = true;
    }
    return null;
  };

  return (chunk) => {
    const lines = (rest + (returned && chunk.startsWith('\n') ? chunk.slice(1) : chunk)).split(/\r\n|\n|\r/);
    if (chunk !== '') returned = chunk.endsWith('\r');
    rest = lines.pop() ?? '';
    return lines.flatMap((line) => take(line) ?? []);
  };
}
