import type { Resolvers } from '../../__generated__/resolver-types.ts';
import { attributionOf } from './attribution.ts';

export const attributionResolvers: Resolvers = {
  Image: {
    attribution: ({ credit }, { locale }) => (credit ? attributionOf(credit, locale ?? undefined) : null),
  },
};
