import type { Ask } from './graph/ask.ts';
import type { DevSignIn } from './sign-in/dev-sign-in.ts';

/** What a page is given with its request: everything from outside the page comes through here. */
export interface SiteLocals {
  /** Asks the graph as this reader. */
  readonly ask: Ask;
  /** A reader's token came with the request; whether it is still good the graph says. */
  readonly signedIn: boolean;
  /** Where readers find this site, without a slash at the end. */
  readonly siteUrl: string;
  /** The graph, as readers' browsers find it. */
  readonly graphUrl: string;
  /** Where readers find the feeds. */
  readonly feedUrl: string;
  /** Null in production: there the newsroom's own login stands at /sign-in. */
  readonly devSignIn: DevSignIn | null;
}
