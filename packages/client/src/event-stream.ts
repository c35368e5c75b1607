/** One event of a stream (HTML, server-sent events). `retry`: the server asks to come back after so many milliseconds. */
export type StreamEvent =
  | { readonly kind: 'event'; readonly name: string; readonly data: string }
  | { readonly kind: 'retry'; readonly afterMs: number }
  | { readonly kind: 'sign-of-life' };

/**
 * Reads a response's body as server-sent events, as the HTML standard says. Each piece that arrives is told as a sign of
 * life before its events.
 */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<StreamEvent, void> {
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let rest = '';
  let name = '';
  let data: string[] = [];
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      yield { kind: 'sign-of-life' };
      rest += decoder.decode(value, { stream: true });
      // A CR at the end may be half of a CRLF.
      const lines = rest.split(/\r\n|\n|\r(?!$)/);
      rest = lines.pop() ?? '';
      for (const line of lines) {
        if (line === '') {
          if (data.length > 0) yield { kind: 'event', name: name || 'message', data: data.join('\n') };
          name = '';
          data = [];
          continue;
        }
        const [, field = '', text = ''] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? [];
        if (field === 'data') data.push(text);
        else if (field === 'event') name = text;
        else if (field === 'retry' && /^\d+$/.test(text)) yield { kind: 'retry', afterMs: Number(text) };
      }
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}
