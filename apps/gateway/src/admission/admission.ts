import type { IncomingHttpHeaders } from 'node:http';
import { HttpRefusal } from '@dateline/service-kit/http-refusal';
import type { Logger } from '@dateline/service-kit/logger';
import type { GraphQLSchema } from 'graphql';
import type { GatewayContext } from '../context.ts';
import { Refusal } from '../errors/refusal.ts';
import type { IncomingOperation } from '../http/graphql-executor.ts';
import type { LimitSettings } from '../limits/limit-settings.ts';
import { type DoorEvents, unheard } from '../telemetry/events.ts';
import type { AdmissionSettings } from './admission-settings.ts';
import type { Client, ClientKey } from './client.ts';
import { createClientAddress } from './client-address.ts';
import { readClientKeys } from './client-keys.ts';
import { type ListedDocument, ManifestError, readDocumentManifest } from './document-manifest.ts';
import { createOperationSizes } from './operation-sizes.ts';
import { hasLost, type PersistedDocuments, persistedDocuments } from './persisted-documents.ts';
import { createRateLimits, type RateHeaders } from './rate-limits.ts';
import { createRegisteredQueries } from './registered-queries.ts';
import { resolveDocument } from './resolve-document.ts';

export interface AdmissionOptions {
  readonly settings: AdmissionSettings;
  readonly limits: Pick<LimitSettings, 'MAX_TOKENS'>;
  /** Of a Redis through which processes count together; null: each counts for itself. */
  readonly redisUrl: string | null;
  readonly logger: Logger;
  readonly events?: Pick<DoorEvents, 'rateLimited'>;
}

/** A request that may be answered, with the text of its document. */
export interface AdmittedOperation extends IncomingOperation {
  /** To be put on its answer. */
  readonly headers: RateHeaders | null;
  /** To be called when its document was found good: only then its hash is enough the next time. */
  wasAnswered(): void;
}

/** Who comes in, with which documents, how often. Every way to an answer but that of kept answers begins here. */
export interface Admission {
  /** @throws HttpRefusal 401 for a key that is nobody's. */
  identify(origin: { readonly headers: IncomingHttpHeaders; readonly remoteAddress: string | undefined }): Client;
  /**
   * Finds the document that is asked for by its id or hash, holds it to the safelist, and counts it. Rejects with a
   * Refusal, or with the HttpRefusal of a request that cannot be read.
   */
  admit(operation: IncomingOperation, context: GatewayContext, schema: GraphQLSchema): Promise<AdmittedOperation>;
  /** May an answer that is at hand be given to whoever sends these headers, uncounted? */
  takesShortcut(headers: IncomingHttpHeaders): boolean;
  /** Documents that clients are known to ask for. */
  readonly listed: readonly ListedDocument[];
  /**
   * Reads manifests and keys again; when one of them cannot be used, all stay as they are, and it throws. True: what was
   * answered before may not be answered in the same way any more.
   */
  reload(): boolean;
  close(): Promise<void>;
}

const keyHeader = 'x-api-key';

/** @throws ManifestError or ClientKeysError. */
export async function createAdmission(options: AdmissionOptions): Promise<Admission> {
  const { settings, limits, redisUrl, logger, events = unheard.door } = options;
  const { safelist, registering, documentFiles, keysFile, rates } = settings;
  let documents = readDocuments(documentFiles);
  let keys = keysFile === null ? null : readClientKeys(keysFile);
  const registered = createRegisteredQueries();
  const sizes = createOperationSizes({ maxTokens: limits.MAX_TOKENS });
  const addressOf = createClientAddress(settings.trustedProxies);
  const shared = redisUrl === null ? null : await counterIn(redisUrl, logger);
  const rateLimits = createRateLimits(rates, shared, events);

  return {
    identify({ headers, remoteAddress }) {
      const forwarded = headers['x-forwarded-for'];
      const forwardedFor = Array.isArray(forwarded) ? forwarded.join() : forwarded;
      return { address: addressOf({ remoteAddress, forwardedFor }), key: keyOf(headers) };
    },
    async admit(operation, context, schema) {
      const { viewer } = context;
      const client = asItStands(context.client);
      const { key } = client;
      const mayAskFreely = key !== null || !safelist;
      const mayRegister = mayAskFreely && (registering === 'anyone' || (registering === 'keys' && key !== null));
      const found = resolveDocument(operation.read(), { documents, registered, mayAskFreely, mayRegister });
      const { request, query, isListed, registerAs } = found;
      let headers: RateHeaders | null = null;
      if (rateLimits.counts(client)) {
        const asked = { query, operationName: request.operationName, variables: request.variables ?? {} };
        const cost = () => sizes.costOf(asked, schema);
        headers = await rateLimits.take({ client, viewer, size: sizes.sizeOf(asked), cost });
      }
      const { method, text, accepted: forms } = operation;
      return {
        method,
        text,
        accepted: forms,
        read: () => request,
        isFree: safelist && !isListed,
        headers,
        wasAnswered() {
          if (registerAs !== null) registered.keep(registerAs, query);
        },
      };
    },
    takesShortcut: (headers) => keys === null || headers[keyHeader] === undefined,
    get listed() {
      return documents.all;
    },
    reload() {
      const [nextDocuments, nextKeys] = [
        readDocuments(documentFiles),
        keysFile === null ? null : readClientKeys(keysFile),
      ];
      const isLost = hasLost(documents, nextDocuments);
      [documents, keys] = [nextDocuments, nextKeys];
      logger.info({ documents: documents.all.length, keys: keys?.names }, 'documents and keys were read again');
      return isLost;
    },
    close: async () => shared?.close(),
  };

  /** A connection may be older than the keys that were read last. */
  function asItStands(client: Client): Client {
    if (!client.key) return client;
    const key = keys?.current(client.key);
    if (!key) throw new Refusal('UNAUTHENTICATED', { message: wrongKey, status: 401 });
    return key === client.key ? client : { ...client, key };
  }

  function keyOf(headers: IncomingHttpHeaders): ClientKey | null {
    const given = headers[keyHeader];
    if (keys === null || given === undefined) return null;
    const found = keys.find(String(given));
    if (!found) throw new HttpRefusal(401, 'UNAUTHENTICATED', { message: wrongKey });
    return found;
  }
}

const wrongKey = 'The key is not valid.';

function readDocuments(files: readonly string[]): PersistedDocuments {
  try {
    return persistedDocuments(files.flatMap(readDocumentManifest));
  } catch (error) {
    if (error instanceof ManifestError) throw error;
    throw new ManifestError(`The manifests cannot be used together: ${(error as Error).message}`, { cause: error });
  }
}

/** The client of Redis is loaded only where there is one. */
async function counterIn(url: string, logger: Logger) {
  const { connectCounters } = await import('./shared-counters.ts');
  return connectCounters(url, logger);
}
