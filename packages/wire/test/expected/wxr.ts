import type { NewsItem } from '../../src/news-item.ts';

export const blockPost: NewsItem = {
  source: 'elm.example',
  sourceId: 'elm.example:10',
  format: 'wxr',
  type: 'text',
  versionCreatedAt: '2025-03-01T10:00:00Z',
  pubStatus: 'usable',
  language: 'en-US',
  headline: 'Harbour & storm',
  standfirst: 'Ships line up.',
  body: [
    {
      kind: 'figure',
      role: 'LEAD',
      caption: 'The pier',
      credit: 'Ada',
      altText: 'A pier',
      picture: {
        url: 'https://www.elm.example/up/pier.jpg',
      },
    },
    {
      kind: 'paragraph',
      html: 'First <strong>paragraph</strong> of the post.',
    },
    {
      kind: 'figure',
      role: 'INLINE',
      caption: 'Cranes',
      credit: 'Bo Li',
      altText: 'Cranes',
      picture: {
        url: 'https://www.elm.example/up/cranes-300x200.jpg',
      },
    },
    {
      kind: 'embed',
      provider: 'YouTube',
      url: 'https://youtu.be/1',
    },
  ],
  firstPublishedAt: '2025-03-01T08:00:00Z',
  publishedAt: '2025-03-01T08:00:00Z',
  updatedAt: '2025-03-01T10:00:00Z',
  timeZone: 'Europe/Paris',
  bylines: [
    {
      name: 'Ada Byron',
    },
  ],
  topics: [
    {
      title: 'Ports',
    },
    {
      title: 'Storm',
    },
  ],
  url: 'https://www.elm.example/harbour/',
};

export const futurePost: NewsItem = {
  source: 'elm.example',
  sourceId: 'elm.example:20',
  format: 'wxr',
  type: 'text',
  pubStatus: 'usable',
  embargoedUntil: '2030-01-01T09:00:00+01:00',
  language: 'en-US',
  headline: 'Old editor',
  body: [
    {
      kind: 'paragraph',
      html: 'First line<br>second line',
    },
    {
      kind: 'figure',
      role: 'INLINE',
      caption: 'The pier',
      picture: {
        url: 'https://www.elm.example/up/pier.jpg',
      },
    },
    {
      kind: 'paragraph',
      html: 'Third <b>paragraph</b>.',
    },
    {
      kind: 'figure',
      role: 'GALLERY',
      caption: 'The pier',
      credit: 'Ada',
      altText: 'A pier',
      picture: {
        url: 'https://www.elm.example/up/pier.jpg',
      },
    },
    {
      kind: 'figure',
      role: 'GALLERY',
      picture: {
        url: 'https://www.elm.example/up/buoy.png',
      },
    },
    {
      kind: 'embed',
      provider: 'YouTube',
      url: 'https://youtu.be/2',
    },
  ],
  publishedAt: '2030-01-01T09:00:00+01:00',
  timeZone: 'Europe/Paris',
  bylines: [
    {
      name: 'ghost',
    },
  ],
  topics: [],
};
