/** How a language says when a story was first published. */
export interface FirstPublishedWording {
  readonly label: string;
  readonly dateOrder: readonly ['month', 'day', 'year'] | readonly ['day', 'month', 'year'];
}
