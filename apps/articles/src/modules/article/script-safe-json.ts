/**
 * JSON that means the same and can stand in a script element: nothing in it ends the element (`</script`), hides its end
 * (`<!--`), or ends a line for parsers of old JavaScript (U+2028, U+2029).
 */
export function scriptSafeJson(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replaceAll('>', '\\u003e')
    .replaceAll('&', '\\u0026')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}
