/** What articles itself says in a language. */
export interface Wording {
  /** Stands before the time of the first publication, with its colon: French puts a space before it. */
  readonly firstPublished: string;
  /** Stands in the place of a headline that is no longer to be seen. */
  readonly withdrawn: string;
  /**
   * How the page that Dateline comes from writes its dates ('11.21.17, 21:03'), in the languages that it is written in.
   * Elsewhere the date is the locale's own.
   */
  readonly houseDate?: readonly ['month', 'day', 'year'];
}
