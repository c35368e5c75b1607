import type { ContributorView } from './load-contributor.ts';

type Profile = Pick<ContributorView, 'name' | 'jobTitle'> & {
  readonly portrait: { readonly rendition: { readonly url: string } | null } | null;
};

/** Who a page is about, for search engines: schema.org ProfilePage about a Person. JSON, not yet fit for a script element. */
export function profileJsonLd({ name, jobTitle, portrait }: Profile, url: string): string {
  const image = portrait?.rendition?.url;
  return JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'ProfilePage',
    '@id': url,
    url,
    mainEntity: {
      '@type': 'Person',
      '@id': `${url}#person`,
      name,
      url,
      ...(jobTitle ? { jobTitle } : {}),
      ...(image ? { image } : {}),
    },
  });
}
