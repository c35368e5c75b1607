import type { ArticleRow } from './article.ts';
import {
  type BodyElement,
  type EntryElement,
  flatBody,
  type LiveEntryElement,
  type ParagraphElement,
  type RelatedElement,
} from './body-element.ts';

/** What an element's own fields ask of the article that it stands in. */
export type Place = Pick<ArticleRow, 'language' | 'timeZone'>;

/** Elements as their resolvers get them: with what they cannot know by themselves. */
export type PlacedParagraph = ParagraphElement & { readonly place: Place };
export type PlacedRelated = RelatedElement & { readonly article: ArticleRow };
export type PlacedLiveEntry = Omit<LiveEntryElement, 'body'> & {
  readonly place: Place;
  readonly body: readonly PlacedEntryElement[];
};
type Placeless = Exclude<EntryElement, ParagraphElement | RelatedElement>;
export type PlacedEntryElement = Placeless | PlacedParagraph | PlacedRelated;
export type PlacedElement = PlacedEntryElement | PlacedLiveEntry;

/** What the viewer may see of articles: of a withdrawn one nothing, not even its notice. */
export interface Onlooker {
  readonly loaders: { readonly articleById: { load(id: string): Promise<ArticleRow | null> } };
}

/** The articles that a body names and the viewer may see, by id. All are asked for at once. */
export async function visibleRelated(
  body: readonly BodyElement[],
  { loaders }: Onlooker,
): Promise<ReadonlyMap<string, ArticleRow>> {
  const ids = new Set(flatBody(body).flatMap((element) => (element.kind === 'related' ? [element.articleId] : [])));
  const rows = await Promise.all([...ids].map((id) => loaders.articleById.load(id)));
  return new Map(rows.flatMap((row) => (row ? [[row.id, row]] : [])));
}

/** The elements of a story that the viewer may see: one that names an article withheld from them is left out, also in entries. */
export async function placeElements(
  body: readonly BodyElement[],
  { language, timeZone }: Place,
  onlooker: Onlooker,
): Promise<PlacedElement[]> {
  const place = { language, timeZone };
  const related = await visibleRelated(body, onlooker);
  const placeOne = (element: EntryElement): PlacedEntryElement[] => {
    if (element.kind === 'paragraph') return [{ ...element, place }];
    if (element.kind !== 'related') return [element];
    const article = related.get(element.articleId);
    return article ? [{ ...element, article }] : [];
  };
  return body.flatMap((element): PlacedElement[] =>
    element.kind === 'liveEntry' ? [{ ...element, place, body: element.body.flatMap(placeOne) }] : placeOne(element),
  );
}
