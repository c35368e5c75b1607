import { type DocumentNode, visit } from 'graphql';

/** Can Postgres hold the text? Not U+0000, and not half of a surrogate pair (in jsonb). */
export function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}

/** Is every text of an operation storable, in its literals and in its variables? What is not would fail inside the database. */
export function isStorableOperation(document: DocumentNode, variables: unknown): boolean {
  return isStorableDocument(document) && isStorableValue(variables);
}

/** Of documents that were looked at already: the same operation comes with every request, parsed once. */
const looked = new WeakMap<DocumentNode, boolean>();

function isStorableDocument(document: DocumentNode): boolean {
  const known = looked.get(document);
  if (known !== undefined) return known;
  let storable = true;
  visit(document, {
    StringValue({ value }) {
      storable &&= isStorable(value);
    },
  });
  looked.set(document, storable);
  return storable;
}

function isStorableValue(value: unknown): boolean {
  if (typeof value === 'string') return isStorable(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.values(value).every(isStorableValue);
}
