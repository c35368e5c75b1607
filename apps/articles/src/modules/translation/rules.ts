import type { ArticleRow } from '../article/article.ts';
import type { Fault } from '../article/rules.ts';

export type Member = Pick<ArticleRow, 'id' | 'language' | 'status' | 'translationGroupId'>;

/** Two of one language are no translations of each other. Regions count: en-GB beside en-US is well. */
export function languageFaults(members: readonly Pick<Member, 'language'>[], path: readonly string[]): Fault[] {
  const languages = members.map(({ language }) => language);
  const doubles = new Set(languages.filter((language, at) => languages.indexOf(language) !== at));
  return [...doubles].map((language) => ({
    code: 'LANGUAGE_TAKEN',
    message: `A group of translations holds one article of a language; two of these are in ${language}.`,
    path: [...path],
  }));
}

/** Published articles whose translations, as readers see them, are not the same in both states of the same articles. */
export function seenChanges<Row extends Member>(before: readonly Member[], after: readonly Row[]): Row[] {
  const [seenBefore, seenAfter] = [seenBy(before), seenBy(after)];
  return after.filter(
    (member) => member.status === 'PUBLISHED' && seenBefore.get(member.id) !== seenAfter.get(member.id),
  );
}

/** By article: the ids of the published ones in its group. */
function seenBy(members: readonly Member[]): ReadonlyMap<string, string> {
  const published = members.filter(({ status }) => status === 'PUBLISHED');
  return new Map(
    members.map(({ id, translationGroupId }) => {
      const others = published.filter((each) => each.id !== id && each.translationGroupId === translationGroupId);
      return [
        id,
        translationGroupId === null
          ? ''
          : others
              .map((each) => each.id)
              .toSorted()
              .join(),
      ];
    }),
  );
}
