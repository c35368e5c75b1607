/** Anything that can be gone through with `for await`. */
export function isAsyncIterable(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}

export async function* wholeOf<Value>(value: Value): AsyncGenerator<Value, void, undefined> {
  yield value;
}
