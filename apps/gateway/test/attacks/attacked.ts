import { request } from 'node:http';
import { type GatewayProcess, startProcess } from '../gateway-process.ts';

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  readonly ms: number;
}

/** What an attack did to the gateway and to everybody else. */
export interface Harm {
  readonly reply: Reply;
  /** The longest that another client's `{ __typename }` took meanwhile, and the first one after. */
  readonly othersMs: number;
  readonly nextMs: number;
  /** What the process grew by. */
  readonly grownBytes: number;
}

export interface Attack {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

export type Attacked = Awaited<ReturnType<typeof startAttacked>>;

/** A gateway in a process of its own, to be attacked while another client goes on asking it. */
export async function startAttacked(env: Record<string, string>) {
  const gateway: GatewayProcess = await startProcess(env);
  const { origin } = gateway;
  if (origin === null) throw new Error('The gateway did not start.');

  const send = ({ method = 'POST', path = '/graphql', headers = {}, body }: Attack): Promise<Reply> =>
    new Promise((resolve, reject) => {
      const startedAt = performance.now();
      const sent = request(`${origin}${path}`, {
        method,
        agent: false,
        headers: {
          accept: 'application/graphql-response+json',
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
      });
      sent.on('response', (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          const { statusCode: status = 0, headers: given } = response;
          resolve({ status, headers: given, text, ms: performance.now() - startedAt });
        });
      });
      sent.on('error', reject);
      sent.end(body);
    });
  const ask = (query: string, variables?: object) => send({ body: JSON.stringify({ query, variables }) });
  const probe = async () => (await ask('{ __typename }')).ms;
  const metricBytes = async (name: string) => {
    const text = (await send({ method: 'GET', path: '/metrics', headers: { accept: '*/*' } })).text;
    return Number(new RegExp(`^${name}_bytes\\S* (\\d+)`, 'm').exec(text)?.[1] ?? 0);
  };
  const rssBytes = () => metricBytes('process_resident_memory');

  return {
    ...gateway,
    origin,
    send,
    ask,
    rssBytes,
    /** What its JavaScript holds, with what nobody has collected yet. */
    heapBytes: () => metricBytes('nodejs_heap_size_used'),
    /** Attacks while another client asks, again as soon as it has its answer. */
    async attack(attack: Attack): Promise<Harm> {
      await probe();
      const before = await rssBytes();
      let isOver = false;
      let othersMs = 0;
      const others = (async () => {
        while (!isOver) othersMs = Math.max(othersMs, await probe());
      })();
      const reply = await send(attack);
      isOver = true;
      await others;
      const nextMs = await probe();
      return { reply, othersMs, nextMs, grownBytes: (await rssBytes()) - before };
    },
    async close() {
      gateway.child.kill('SIGTERM');
      await gateway.exited;
    },
  };
}
