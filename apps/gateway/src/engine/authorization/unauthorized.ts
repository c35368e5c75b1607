import { errorCatalogue } from '@dateline/service-kit/error-catalogue';
import type { GraphQLFormattedError } from 'graphql';

const code = 'UNAUTHORIZED_FIELD_OR_TYPE';

/** What stands at a field that the viewer may not see. It does not say what it would take. */
export const unauthorized: GraphQLFormattedError = { message: errorCatalogue[code].message, extensions: { code } };
