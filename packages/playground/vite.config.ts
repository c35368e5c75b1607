import { defineConfig } from 'vite';

export default defineConfig({
  // The gateway serves the page at /graphql and everything else from here.
  base: '/playground/',
  build: {
    // Monaco and its workers are large by nature; they are loaded once and cached for good under hashed names.
    chunkSizeWarningLimit: 8_000,
    assetsInlineLimit: 0,
    sourcemap: false,
    // Every browser that runs GraphiQL 5 preloads modules by itself; the polyfill would be an inline script.
    modulePreload: { polyfill: false },
    // Libraries mark their files for React's server components; here is no server component, so the mark says nothing.
    rolldownOptions: { checks: { moduleLevelDirective: false } },
  },
  worker: { format: 'es' },
});
