/** What the edition calls itself, in every language. */
export const siteName = 'Dateline';
