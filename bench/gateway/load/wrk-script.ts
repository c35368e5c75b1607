/** What is sent: the body as it is, or with every occurrence of `tag` replaced by the next of its numbers. */
export interface LoadBody {
  readonly body: string;
  readonly tag: string | null;
  readonly firstTagNumber: number;
}

/** wrk's script for a load: one body, or a new tag in every request, and the result as a line of JSON. */
export function wrkScript({ body, tag, firstTagNumber }: LoadBody): string {
  return `
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"
wrk.body = ${luaString(body)}
${tag === null ? '' : numberedRequests(body, tag, firstTagNumber)}
done = function(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '{"requests":%d,"durationUs":%d,"bytes":%.0f,"p50Us":%d,"p99Us":%d,"badStatus":%d,"socketErrors":%d}\\n',
    summary.requests, summary.duration, summary.bytes, latency:percentile(50), latency:percentile(99),
    errors.status, errors.connect + errors.read + errors.write + errors.timeout))
end
`;
}

function numberedRequests(body: string, tag: string, firstNumber: number): string {
  const parts = body.split(tag).map(luaString).join(', ');
  return `
local parts = { ${parts} }
local number = ${firstNumber}
request = function()
  number = number + 1
  return wrk.format(nil, nil, nil, table.concat(parts, string.format("tag-%010d", number)))
end`;
}

/** Long brackets take any text as it is, but for a line break at once after them and for the brackets themselves. */
function luaString(text: string): string {
  let level = '=';
  while (text.includes(`]${level}]`)) level += '=';
  return `[${level}[\n${text}]${level}]`;
}
