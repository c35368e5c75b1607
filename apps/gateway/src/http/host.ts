/** What cannot be a host is refused, though nothing here reads it: RFC 9112, section 3.2. */
export function isHost(header = ''): boolean {
  return /^[\w.~%!$&'()*+,;=:[\]-]*$/.test(header);
}
