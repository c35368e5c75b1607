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

interface Failure {
  readonly id: string;
  readonly file: string;
  readonly place: string;
  readonly format?: string;
  readonly reason: string;
  readonly payload?: string;
  readonly attempts: number;
}

interface Wanted {
  readonly id: string;
  readonly reference: string;
  readonly articleId: string;
  readonly attempts: number;
  readonly elementId: string;
}

interface Trouble {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

interface DoubleOptions {
  /** What every picture says of itself. */
  readonly copyrightNotice?: string;
  readonly acceptsToken?: (token: string) => boolean;
  /** Something else in place of the answer, or undefined. */
  readonly answersWith?: (asked: { source: string; variables: Record<string, unknown> }) => Trouble | undefined;
}

function asUsual(): undefined {
  return undefined;
}

function onePage<Node>(nodes: readonly Node[]) {
  return { nodes, edges: [], pageInfo: { hasNextPage: false, hasPreviousPage: false, endCursor: null } };
}

/**
 * The commands alone are under test here, so the gateway is the public schema over real HTTP with articles and uploads
 * kept in a map. Whether the real gateway does the same is the end-to-end tests' question.
 */
export async function startGatewayDouble({
  acceptsToken = isEditor,
  answersWith = asUsual,
  copyrightNotice: ownNotice,
}: DoubleOptions = {}) {
  const schema = buildSchema(readFileSync(api, 'utf8'));
  const articles = new Map<string, ImportArticleInput>();
  const uploads = new Map<string, Upload>();
  const imageWords: Record<string, unknown>[] = [];
  const failures = new Map<string, Failure>();
  const wanted = new Map<string, Wanted>();
  const attached: { wantedPictureId: string; imageId: string }[] = [];
  const batches: number[] = [];
  let origin = '';

  const importOne = (input: ImportArticleInput, dryRun: boolean) => {
    if (input.sectionSlug === 'nowhere') {
      const unknown = { code: 'UNKNOWN_SECTION', message: 'There is no such section.', path: ['input', 'sectionSlug'] };
      return { article: null, outcome: null, wantedPictures: [], userErrors: [unknown] };
    }
    const key = JSON.stringify([input.source, input.sourceId]);
    const before = articles.get(key);
    if (!dryRun) articles.set(key, input);
    const outcome = !before ? 'CREATED' : JSON.stringify(before) === JSON.stringify(input) ? 'UNCHANGED' : 'UPDATED';
    const status = input.publish ? 'PUBLISHED' : 'DRAFT';
    const article = { id: input.sourceId, headline: input.headline, canonicalUrl: 'http://localhost:3000/a1', status };
    const references = input.body.flatMap(({ figure }) => figure?.pictureReference ?? []);
    const pictures = references.map((reference) => ({
      id: `${input.sourceId} ${reference}`,
      articleId: input.sourceId,
      elementId: `picture ${reference}`,
      source: input.source,
      reference,
    }));
    const missing = pictures.filter(({ id }) => !attached.some(({ wantedPictureId }) => wantedPictureId === id));
    if (!dryRun) for (const one of missing) wanted.set(one.id, { attempts: 0, ...one });
    return { article, outcome, wantedPictures: missing, userErrors: [] };
  };
  const image = {
    id: 'i1',
    width: 640,
    height: 480,
    credit: null,
    copyrightNotice: ownNotice ?? null,
    usageTerms: null,
  };
  const root = {
    importArticles: ({ inputs, dryRun }: { inputs: ImportArticleInput[]; dryRun: boolean }) => {
      batches.push(inputs.length);
      return inputs.map((input) => importOne(input, dryRun));
    },
    recordImportFailures: ({ inputs }: { inputs: Failure[] }) =>
      inputs.map((input) => {
        const id = `${input.file} ${input.place}`;
        failures.set(id, { ...input, id, attempts: (failures.get(id)?.attempts ?? 0) + 1 });
        return { id };
      }),
    article: ({ id }: { id: string }) => storyOf([...articles.values()].find(({ sourceId }) => sourceId === id)),
    importFailures: () => onePage([...failures.values()]),
    resolveImportFailures: ({ ids }: { ids: string[] }) => ids.filter((id) => failures.delete(id)).length,
    wantedPictures: () => onePage([...wanted.values()]),
    attachPicture: (one: { wantedPictureId: string; imageId: string }) => {
      wanted.delete(one.wantedPictureId);
      attached.push({ ...one });
      return { wantedPictures: [], userErrors: [] };
    },
    reportPictureFailure: ({ wantedPictureId: id }: { wantedPictureId: string }) => {
      const known = wanted.get(id);
      if (known) wanted.set(id, { ...known, attempts: known.attempts + 1 });
      return null;
    },
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
    const asked = new URL(request.url ?? '', 'http://gateway').searchParams;
    const { query: source, variables } = body.length > 0 ? JSON.parse(body.toString()) : {};
    const token = request.headers.authorization?.replace('Bearer ', '') ?? '';
    const allowed = acceptsToken(token);
    const trouble = source ? answersWith({ source, variables }) : undefined;
    if (trouble) {
      response.writeHead(trouble.status, trouble.headers).end(JSON.stringify(trouble.body ?? {}));
      return;
    }
    const answer = !source
      ? notKnown(asked.has('extensions') ? 'PERSISTED_QUERY_NOT_FOUND' : 'PERSISTED_DOCUMENT_NOT_FOUND')
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
    failures,
    wanted,
    attached,
    batches,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

/** What an editor sees of an item: its figures by their ids. */
function storyOf(input: ImportArticleInput | undefined) {
  if (!input) return null;
  const { copyrightNotice, usageTerms } = input;
  const body = input.body.flatMap(({ figure }) =>
    figure ? [{ __typename: 'FigureElement', ...figure, id: `picture ${figure.pictureReference}` }] : [],
  );
  return { copyrightNotice, usageTerms, body };
}

function notKnown(code: string) {
  return { errors: [{ message: 'not found', extensions: { code } }] };
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
