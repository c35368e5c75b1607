import type { NewsItem } from '../../src/news-item.ts';

export const correctedText: NewsItem = {
  source: 'MER',
  sourceId: 'urn:newsml:meridian.example:20250301:1',
  format: 'newsml-g2',
  type: 'text',
  version: '7',
  versionCreatedAt: '2025-03-01T09:30:00+01:00',
  pubStatus: 'usable',
  embargoedUntil: '2025-03-02T06:00:00+01:00',
  language: 'en',
  headline: 'Harbour reopens',
  standfirst: 'Ships line up.',
  dateline: 'PORT ELM, March 1',
  body: [
    {
      kind: 'paragraph',
      html: 'One <b>bold</b>.',
    },
    {
      kind: 'list',
      ordered: false,
      items: ['a'],
    },
    {
      kind: 'related',
      title: 'The storm',
      url: 'https://elm.example/storm',
    },
  ],
  firstPublishedAt: '2025-03-01T08:00:00+01:00',
  publishedAt: '2025-03-01T08:00:00+01:00',
  updatedAt: '2025-03-01T09:30:00+01:00',
  bylines: [
    {
      name: 'Ada Byron',
    },
    {
      name: 'Bo Li',
    },
  ],
  topics: [
    {
      title: 'harbour',
      kind: 'SUBJECT',
      mediaTopic: 'medtop:20000154',
    },
    {
      title: 'Bo Li',
      kind: 'PERSON',
    },
    {
      title: 'Port Authority',
      kind: 'ORGANISATION',
    },
    {
      title: 'Elmland',
      kind: 'PLACE',
    },
    {
      title: 'Storm Zed',
      kind: 'EVENT',
    },
  ],
  urgency: 2,
  genres: ['Analysis'],
  keywords: ['harbour'],
  slugline: 'Harbour-Storm',
  editorialNote: 'Corrects the name of the pier.',
  creditLine: 'Meridian/Byron',
  corrections: [
    {
      at: '2025-03-01T09:30:00+01:00',
    },
  ],
  translationOf: 'urn:newsml:meridian.example:20250301:0',
  copyright: '© 2025 Meridian',
  usageTerms: 'Not in Elmland.',
};

export const kill: NewsItem = {
  source: 'MER',
  sourceId: 'urn:newsml:meridian.example:20250301:2',
  format: 'newsml-g2',
  type: 'text',
  version: '2',
  versionCreatedAt: '2025-03-01T10:00:00Z',
  pubStatus: 'canceled',
  statusReason: 'Killed: wrong person.',
  language: 'en',
  headline: 'urn:newsml:meridian.example:20250301:2',
  body: [],
  updatedAt: '2025-03-01T10:00:00Z',
  bylines: [],
  topics: [],
  editorialNote: 'Killed: wrong person.',
};

export const openEndedEmbargo: NewsItem = {
  source: 'MER',
  sourceId: 'urn:newsml:meridian.example:20250301:3',
  format: 'newsml-g2',
  type: 'text',
  version: '1',
  versionCreatedAt: '2025-03-01T10:00:00Z',
  pubStatus: 'withheld',
  statusReason: 'embargoed until a date that is not given',
  language: 'en',
  headline: 'Held',
  body: [
    {
      kind: 'paragraph',
      html: 'Escaped <i>HTML</i>',
    },
  ],
  updatedAt: '2025-03-01T10:00:00Z',
  bylines: [],
  topics: [],
};

export const packageOfTwo: NewsItem = {
  source: 'MER',
  sourceId: 'urn:newsml:meridian.example:20250301:4',
  format: 'newsml-g2',
  type: 'composite',
  version: '1',
  versionCreatedAt: '2025-03-01T10:00:00Z',
  pubStatus: 'usable',
  language: 'en',
  headline: 'Top stories',
  body: [
    {
      kind: 'list',
      ordered: true,
      items: ['Second'],
    },
    {
      kind: 'related',
      title: 'First',
      url: 'https://elm.example/1',
    },
  ],
  updatedAt: '2025-03-01T10:00:00Z',
  bylines: [],
  topics: [],
};
