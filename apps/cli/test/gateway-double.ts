import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { buildSchema, type ExecutionResult, GraphQLError, graphql } from 'graphql';
import type { ImportArticleInput } from '../src/__generated__/operations.ts';

const api = createRequire(import.meta.url).resolve('@dateline/graph-types/api.graphql');

interface Upload {
  readonly mimeType: string;
  bytes?: Buffer;
}

/**
 * The commands alone are under test here, so the gateway is the public schema over real HTTP with articles and uploads
 * kept in a map. Whether the real gateway does the same is the end-to-end tests' question.
 */
export async function startGatewayDouble({ acceptsToken = isEditor } = {}) {
  const schema = buildSchema(readFileSync(api, 'utf8'));
  const articles = new Map<string, ImportArticleInput>();
  const uploads = new Map<string, Upload>();
  const imageWords: Record<string, unknown>[] = [];
  let origin = '';

  const importArticle = ({ input }: { input: ImportArticleInput }) => {
    if (input.sectionSlug === 'nowhere') {
      const unknown = { code: 'UNKNOWN_SECTION', message: 'There is no such section.', path: ['input', 'sectionSlug'] };
      return { article: null, outcome: null, userErrors: [unknown] };
    }
    const key = JSON.stringify([input.source, input.sourceId]);
    const before = articles.get(key);
    articles.set(key, input);
    const outcome = !before ? 'CREATED' : JSON.stringify(before) === JSON.stringify(input) ? 'UNCHANGED' : 'UPDATED';
    const status = input.publish ? 'PUBLISHED' : 'DRAFT';
    const article = { id: 'a1', headline: input.headline, canonicalUrl: 'http://localhost:3000/a1', status };
    return { article, outcome, userErrors: [] };
  };
  const image = { id: 'i1', width: 640, height: 480, credit: null };
  const root = {
    importArticle,
    createUpload: ({ input }: { input: { mimeType: string; byteSize: number } }) => {
      if (input.byteSize > 1_000)
        return { userErrors: [{ code: 'TOO_LARGE', message: 'At most 1000 bytes.', path: null }] };
      uploads.set('u1', { mimeType: input.mimeType });
      return { uploadId: 'u1', url: `${origin}/uploads/u1`, maxBytes: 1_000, userErrors: [] };
    },
    completeUpload: () => ({ image, userErrors: [] }),
    updateImage: ({ input }: { input: Record<string, unknown> }) => {
      imageWords.push({ ...input });
      return { image: { ...image, ...input }, userErrors: [] };
    },
  };

  const server = createServer(async (request, response) => {
    const body = await bytesOf(request);
    const upload = uploads.get(request.url?.replace('/uploads/', '') ?? '');
    if (upload) {
      upload.bytes = body;
      response.writeHead(204).end();
      return;
    }
    const { query: source, variables } = JSON.parse(body.toString());
    const token = request.headers.authorization?.replace('Bearer ', '') ?? '';
    const allowed = acceptsToken(token);
    const answer = !source
      ? { errors: [{ message: 'not found', extensions: { code: 'PERSISTED_DOCUMENT_NOT_FOUND' } }] }
      : allowed
        ? await graphql({ schema, source, variableValues: variables, rootValue: root })
        : signInFirst;
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: `${origin}/graphql`,
    articles,
    uploads,
    imageWords,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

function isEditor(token: string): boolean {
  return token === 'editor';
}

const signInFirst: ExecutionResult = {
  data: null,
  errors: [new GraphQLError('Sign in first.', { extensions: { code: 'UNAUTHENTICATED' } })],
};

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}
