// Stock Apollo Server with stock Apollo Gateway. Settings are JSON in the one argument:
// { supergraph: file, port, client: "stock" | "undici", responseCache: boolean, signing: { [subgraph]: true } | null }
import { readFileSync } from 'node:fs';
import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControl } from '@apollo/server/plugin/cacheControl';
import { startStandaloneServer } from '@apollo/server/standalone';
import responseCachePlugin from '@apollo/server-plugin-response-cache';
import { Pool } from 'undici';

const settings = JSON.parse(process.argv[2]);

/** The subgraphs of the house answer only what is signed for them; the stock data source then signs too. */
const signer = settings.signing ? await import(settings.signing.module) : null;

class SigningDataSource extends RemoteGraphQLDataSource {
  constructor(name, url) {
    super({ url });
    this.name = name;
  }
  willSendRequest({ request }) {
    const { http, ...sent } = request;
    const body = JSON.stringify(sent);
    const signed = { subgraph: this.name, secret: process.env.VIEWER_SIGNING_SECRET, body, now: new Date() };
    for (const [header, value] of Object.entries(signer.signViewer(null, signed))) http.headers.set(header, value);
  }
}

/** The same plan and merging, with undici's pool in the place of make-fetch-happen. */
class UndiciDataSource {
  constructor(url) {
    const { origin, pathname } = new URL(url);
    this.pool = new Pool(origin, { connections: 100 });
    this.path = pathname;
  }
  async process({ request }) {
    const { query, operationName, variables } = request;
    const { body } = await this.pool.request({
      method: 'POST',
      path: this.path,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, operationName, variables }),
    });
    return body.json();
  }
}

function buildService({ name, url }) {
  if (signer) return new SigningDataSource(name, url);
  if (settings.client === 'undici') return new UndiciDataSource(url);
  return new RemoteGraphQLDataSource({ url });
}

const gateway = new ApolloGateway({ supergraphSdl: readFileSync(settings.supergraph, 'utf8'), buildService });
const plugins = settings.responseCache ? [ApolloServerPluginCacheControl(), responseCachePlugin()] : [];
const server = new ApolloServer({ gateway, plugins, introspection: false });
await startStandaloneServer(server, { listen: { port: settings.port, host: '127.0.0.1' } });
