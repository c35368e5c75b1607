/** One row of the catalogue. `retry`: may the same request succeed later without being changed? */
export interface CatalogueEntry {
  readonly message: string;
  readonly retry: boolean;
}

/**
 * Every error code that may leave a Dateline process, with the message that people outside may read.
 * docs/errors.md lists exactly these; a test holds it to them.
 */
export const errorCatalogue = {
  UNAUTHENTICATED: { message: 'Sign in first.', retry: false },
  FORBIDDEN: { message: 'You may not do that.', retry: false },
  UNAUTHORIZED_FIELD_OR_TYPE: { message: 'You may not see this field, or its type.', retry: false },
  BAD_USER_INPUT: { message: 'The request holds a value that cannot be used.', retry: false },
  BAD_REQUEST: { message: 'The request is not well formed.', retry: false },
  GRAPHQL_PARSE_FAILED: { message: 'The document is not valid GraphQL.', retry: false },
  GRAPHQL_VALIDATION_FAILED: { message: 'The document does not fit the schema.', retry: false },
  OPERATION_RESOLUTION_FAILURE: { message: 'The document holds no operation of that name.', retry: false },
  PERSISTED_QUERY_NOT_FOUND: { message: 'PersistedQueryNotFound', retry: true },
  PERSISTED_QUERY_NOT_SUPPORTED: { message: 'PersistedQueryNotSupported', retry: false },
  PERSISTED_DOCUMENT_NOT_FOUND: { message: 'There is no persisted document of that id.', retry: false },
  DOCUMENT_NOT_LISTED: { message: 'Only listed documents are answered without a key.', retry: false },
  RATE_LIMITED: { message: 'That was too much in a short time.', retry: true },
  MAX_RECURSIVE_SELECTIONS: { message: 'The document selects too much once its fragments are spread.', retry: false },
  TOO_DEEP: { message: 'The operation is nested too deeply.', retry: false },
  TOO_MANY_ALIASES: { message: 'The operation uses too many aliases.', retry: false },
  TOO_MANY_TOKENS: { message: 'The document is too long.', retry: false },
  TOO_MANY_DIRECTIVES: { message: 'The operation uses too many directives.', retry: false },
  TOO_MANY_ROOT_FIELDS: { message: 'The operation asks for too many root fields.', retry: false },
  TOO_COSTLY: { message: 'The operation costs too much.', retry: false },
  CURSOR_TOO_OLD: { message: 'What happened since this cursor cannot be told. Ask for the whole anew.', retry: false },
  NOT_FOUND: { message: 'There is nothing at this address.', retry: false },
  BODY_TOO_LARGE: { message: 'The request body is too large.', retry: false },
  TOO_MANY_STREAMS: { message: 'Too many streams are open.', retry: true },
  SUBGRAPH_UNAVAILABLE: { message: 'A part of the answer is not available at the moment.', retry: true },
  SUBGRAPH_TIMEOUT: { message: 'A part of the answer took too long.', retry: true },
  SUBGRAPH_ERROR: { message: 'A part of the answer could not be made.', retry: true },
  OVERLOADED: { message: 'There is too much to do at the moment.', retry: true },
  NOT_READY: { message: 'The service is not ready yet.', retry: true },
  INTERNAL_SERVER_ERROR: { message: 'Something went wrong on our side.', retry: true },
} as const satisfies Record<string, CatalogueEntry>;

export type ErrorCode = keyof typeof errorCatalogue;

export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(errorCatalogue, code);
}
