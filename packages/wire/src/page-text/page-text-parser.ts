import { type MissingPart, type PageTextOptions, parsePageText } from '../parse.page-text.ts';
import { failedItem, type ParsedItem, type ParseOptions } from '../parsed-item.ts';
import { wholeFile } from '../wire-format.ts';

/** A page dump among the other formats: one item a file. A page names neither its language nor its zone. */
export function parsePageItem(text: string, options: ParseOptions & { readonly sourceId?: string }): ParsedItem[] {
  const { language, timeZone, source, sourceId } = options;
  if (language === undefined || timeZone === undefined)
    return [
      failedItem(
        wholeFile,
        'is text of no other format: as the text dump of a page its language and time zone have to be told',
      ),
    ];
  const given: PageTextOptions = { language, timeZone, ...(source && { source }), ...(sourceId && { sourceId }) };
  const result = parsePageText(text, given);
  if (result.ok) return [{ ok: true, place: wholeFile, item: result.item }];
  return [failedItem(wholeFile, `is no page dump: ${missingWords(result.missing)}`)];
}

function missingWords(missing: readonly MissingPart[]): string {
  const names = missing.map(({ part }) => `the ${part}`);
  const reasons = missing.flatMap(({ reason }) => (reason === undefined ? [] : [reason]));
  const verb = names.length === 1 ? 'is' : 'are';
  return `${new Intl.ListFormat('en').format(names)} ${verb} missing${reasons.map((reason) => ` (${reason})`).join('')}`;
}
