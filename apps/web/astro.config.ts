import node from '@astrojs/node';
import { defineConfig, passthroughImageService } from 'astro/config';
import { formMaxBytes } from './src/http/form-size.ts';

export default defineConfig({
  output: 'server',
  // Each page has one address.
  trailingSlash: 'never',
  adapter: node({ mode: 'middleware', bodySizeLimit: formMaxBytes }),
  // Sessions, image work and the telemetry of the toolbar are none of this site's business.
  session: false,
  image: { service: passthroughImageService() },
  devToolbar: { enabled: false },
  // src/http/same-origin.ts looks at the origin of every form, with the addresses of this site in mind.
  security: { checkOrigin: false },
  build: { inlineStylesheets: 'never' },
  // The page's policy allows no inline script, so none may be inlined for being small.
  vite: { build: { assetsInlineLimit: 0 } },
});
