import { describeSubgraphContract } from '@dateline/testing/subgraph-contract';
import postgres from 'postgres';
import { schema } from '../src/schema.ts';
import { startMedia } from './media-under-test.ts';
import { noisePicture } from './pictures.ts';

describeSubgraphContract('media', schema, async () => {
  const media = await startMedia();
  const first = await media.upload(await noisePicture(120, 80, 1));
  const second = await media.upload(await noisePicture(120, 80, 2));
  return {
    graph: media.graph,
    url: media.url,
    takeStatements: () => media.statements.splice(0),
    entities: [
      {
        typeName: 'Image',
        known: [{ id: first.image?.id }, { id: second.image?.id }],
        unknown: { id: '01890000-0000-7000-8000-000000000000' },
        selection: 'width placeholder rendition(width: 100) { url }',
      },
    ],
    lists: ['{ images(first: $FIRST) { nodes { id } } }'],
    failure: {
      query: '{ images(first: 3) { nodes { id } } }',
      secrets: ['renamed_away', 'media.images', 'search_text', 'relation', 'select'],
      provoke: async () => {
        const admin = postgres(media.adminUrl, { max: 1 });
        await admin`alter table media.images rename to renamed_away`;
        await admin.end();
      },
    },
    [Symbol.asyncDispose]: () => media[Symbol.asyncDispose](),
  };
});
