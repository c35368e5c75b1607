import { Refusal } from '../errors/refusal.ts';

/** A subscription has many answers, and this way of asking has room for one. */
export const needsStream = (): Refusal =>
  new Refusal('BAD_REQUEST', {
    message: 'A subscription is answered over a stream: ask with accept: text/event-stream, or over WebSocket.',
  });
