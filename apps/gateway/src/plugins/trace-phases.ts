import type { ApolloServerPlugin } from '@apollo/server';
import type { GatewayContext } from '../context.ts';

/** Tells who follows a request when its document was parsed and validated: what is known already is neither again. */
export function tracePhasesPlugin(): ApolloServerPlugin<GatewayContext> {
  return {
    async requestDidStart({ contextValue: { observer } }) {
      if (!observer) return;
      const timed = (name: 'parse' | 'validate') => async () => {
        const startedAtMs = performance.now();
        return async () => observer.phase(name, startedAtMs, performance.now());
      };
      return { parsingDidStart: timed('parse'), validationDidStart: timed('validate') };
    },
  };
}
