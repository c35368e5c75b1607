// Asks the URL given (or LIVEZ_URL) and exits 0 when it answers well. The image has no curl, and needs none.
import { argv, env, exit } from 'node:process';

const answered = await fetch(argv[2] ?? env.LIVEZ_URL, { signal: AbortSignal.timeout(2_500) }).then(
  ({ ok }) => ok,
  () => false,
);
exit(answered ? 0 : 1);
