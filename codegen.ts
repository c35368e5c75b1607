import type { CodegenConfig } from '@graphql-codegen/cli';
import { documentTypes, documentTypesWithPages } from './packages/client/codegen-documents.ts';

const scalars = { DateTime: 'string', LanguageTag: 'string', Url: 'string', Html: 'string' };

/** Types for one subgraph's resolvers, from its own SDL. Mappers name the row behind a type. */
const resolverTypes = (app: string, mappers: Record<string, string>): CodegenConfig['generates'] => ({
  [`apps/${app}/src/__generated__/resolver-types.ts`]: {
    schema: `apps/${app}/src/modules/*/schema.graphql`,
    plugins: ['typescript', 'typescript-resolvers'],
    config: {
      federation: true,
      contextType: '../context.ts#Context',
      mappers,
      scalars,
      immutableTypes: true,
      enumsAsTypes: true,
      useTypeImports: true,
      inputMaybeValue: 'T | null | undefined',
      optionalResolveType: true,
      // An input field with a default is always there for a resolver.
      avoidOptionals: { defaultValue: true, object: false, field: false, inputValue: false },
    },
  },
});

const config: CodegenConfig = {
  overwrite: true,
  generates: {
    ...resolverTypes('articles', {
      Article: '../modules/article/article.ts#ArticleRow',
      ParagraphElement: '../modules/article/placed-element.ts#PlacedParagraph',
      HeadingElement: '../modules/article/body-element.ts#HeadingElement as HeadingElementRow',
      ListElement: '../modules/article/body-element.ts#ListElement as ListElementRow',
      QuoteElement: '../modules/article/body-element.ts#QuoteElement as QuoteElementRow',
      FigureElement: '../modules/article/body-element.ts#FigureElement as FigureElementRow',
      EmbedElement: '../modules/article/body-element.ts#EmbedElement as EmbedElementRow',
      TableElement: '../modules/article/body-element.ts#TableElement as TableElementRow',
      RelatedElement: '../modules/article/placed-element.ts#PlacedRelated',
      LiveEntryElement: '../modules/article/placed-element.ts#PlacedLiveEntry',
      Byline: '../modules/article/article.ts#BylineRow',
      Correction: '../modules/article/article.ts#CorrectionRow',
      Section: '../modules/section/section.ts#SectionRow',
      Topic: '../modules/topic/topic.ts#TopicRow',
      Contributor: '../modules/contributor/contributor.ts#ContributorRow',
      Revision: '../modules/revision/revision.ts#RevisionRow',
      ArticleSearchConnection: '../modules/search/search-articles.ts#ArticleSearchPage',
      ArticleChange: '../modules/change/change.ts#ChangeRow',
      Front: '../modules/front/front.ts#FrontRow',
      FrontContainer: '../modules/front/front.ts#FrontContainerRow',
      WantedPicture: '../modules/import/import.ts#WantedPictureRow',
      ImportFailure: '../modules/import/import.ts#ImportFailureRow',
    }),
    ...resolverTypes('media', {
      Image: '../modules/image/image.ts#ImageRow',
    }),
    ...resolverTypes('comments', {
      Article: '../modules/thread/thread.ts#ArticleReference',
      Thread: '../modules/thread/thread.ts#ThreadRow',
      Comment: '../modules/comment/comment.ts#CommentRow',
      Commenter: '../modules/comment/commenter.ts#CommenterRow',
      CommentDraft: '../modules/draft/draft.ts#DraftRow',
    }),
    ...documentTypes('cli'),
    ...documentTypes('syndication'),
    ...documentTypesWithPages('web'),
    'packages/graph-types/src/__generated__/schema.ts': {
      schema: 'packages/graph-types/api.graphql',
      plugins: ['typescript'],
      config: { scalars, immutableTypes: true, enumsAsTypes: true, useTypeImports: true },
    },
  },
};

export default config;
