import { type DocumentNode, visit } from 'graphql';

/** Can Postgres hold the text? Not U+0000, and not half of a surrogate pair (in jsonb). */
export function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}

/** Is every text of an operation storable, in its literals and in its variables? What is not would fail inside the database. */
export function isStorableOperation(document: DocumentNode, variables: unknown): boolean {
  let storable = isStorableValue(variables);
  visit(document, {
    StringValue({ value }) {
      storable &&= isStorable(value);
    },
  });
  return storable;
}

function isStorableValue(value: unknown): boolean {
  if (typeof value === 'string') return isStorable(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.values(value).every(isStorableValue);
}
