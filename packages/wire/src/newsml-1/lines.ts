import { cleanLine } from '../clean-text.ts';
import { attributeOf, childOf, childrenOf, descendantsOf, type MarkupElement, textOf } from '../markup-tree.ts';
import { mediaTopicCode } from '../media-topic.ts';
import type { NewsItemInput } from '../news-item.ts';
import { allComponents, formalName, roleOf } from './component.ts';

/** A line of a story's NewsLines: that of the outermost component that has one. Those of pictures are not asked. */
export function lineOf(component: MarkupElement, name: string): string | undefined {
  const text = allComponents(component)
    .filter(isOfStory)
    .map((one) => textOf(childOf(one, 'NewsLines', name)));
  return cleanLine(text.find((line) => line !== undefined));
}

/** Lines of the supplier's own types, such as AFP's advisories to editors. */
export function typedLines(component: MarkupElement, type: RegExp): string | undefined {
  const lines = allComponents(component).flatMap((one) => childrenOf(childOf(one, 'NewsLines'), 'NewsLine'));
  const found = lines.filter((line) => type.test(formalName(childOf(line, 'NewsLineType')) ?? ''));
  return cleanLine(found.map((line) => textOf(childOf(line, 'NewsLineText')) ?? '').join(' '));
}

type Topic = NewsItemInput['topics'][number];

/** Subjects by their names, and places. NewsML 1 has codes of IPTC's older scheme, which are not kept without a name. */
export function topicsOf(component: MarkupElement): Topic[] {
  const metadata = storyMetadata(component);
  const subjects = metadata
    .flatMap((one) => descendantsOf(one, 'SubjectDetail', 'SubjectMatter', 'Subject', 'SubjectQualifier'))
    .flatMap(subjectOf);
  const places = metadata.flatMap((one) => childrenOf(one, 'Location')).flatMap(placeOf);
  const seen = new Set<string>();
  return [...subjects, ...places].filter(
    ({ title }) => !seen.has(title.toLowerCase()) && seen.add(title.toLowerCase()),
  );
}

function subjectOf(element: MarkupElement): Topic[] {
  const code = formalName(element) ?? '';
  const mediaTopic = mediaTopicCode(code, attributeOf(element, 'Vocabulary') ?? attributeOf(element, 'Scheme'));
  const name =
    cleanLine(textOf(element)) ?? attributeOf(element, 'Name') ?? (/^[\d:]+$/.test(code) ? undefined : cleanLine(code));
  const title = name ?? mediaTopic?.replace(/^medtop:/, '');
  return title ? [{ title, kind: 'SUBJECT', ...(mediaTopic && { mediaTopic }) }] : [];
}

/** The narrowest place that is named: its city, or else its country. */
function placeOf(location: MarkupElement): Topic[] {
  const properties = childrenOf(location, 'Property');
  const propertyOf = (name: string) =>
    cleanLine(
      attributeOf(
        properties.find((one) => formalName(one) === name),
        'Value',
      ),
    );
  const title = propertyOf('City') ?? propertyOf('CountryArea') ?? propertyOf('CountryName') ?? propertyOf('Country');
  return title ? [{ title, kind: 'PLACE' }] : [];
}

/** Key lines, and properties that a supplier calls keywords. */
export function keywordsOf(component: MarkupElement): string[] {
  const lines = allComponents(component).flatMap((one) => childrenOf(childOf(one, 'NewsLines'), 'KeywordLine'));
  const written = lines.flatMap((line) => (textOf(line) ?? '').split(/\s*[,;]\s*/));
  const properties = allComponents(component)
    .flatMap((one) => [...childrenOf(one, 'Metadata'), ...childrenOf(one, 'DescriptiveMetadata')])
    .flatMap((one) => childrenOf(one, 'Property'))
    .filter((property) => /keyword/i.test(formalName(property) ?? ''))
    .map((property) => attributeOf(property, 'Value') ?? '');
  return [...new Set([...written, ...properties].flatMap((word) => cleanLine(word) ?? []))];
}

export function genresOf(component: MarkupElement): string[] {
  const names = storyMetadata(component)
    .flatMap((one) => childrenOf(one, 'Genre'))
    .flatMap((one) => formalName(one) ?? []);
  return [...new Set(names)];
}

function storyMetadata(component: MarkupElement): MarkupElement[] {
  return allComponents(component)
    .filter(isOfStory)
    .flatMap((one) => childrenOf(one, 'DescriptiveMetadata'));
}

function isOfStory(component: MarkupElement): boolean {
  return !/^(photo|picture|graphic|image|logo|icon|caption|thumbnail|preview|quicklook|video|audio)/i.test(
    roleOf(component),
  );
}
