/// <reference types="astro/client" />

import type { SiteLocals } from './site-locals.ts';

declare global {
  namespace App {
    interface Locals extends SiteLocals {}
  }
}
