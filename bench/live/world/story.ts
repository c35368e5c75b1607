/** What is told: a story that goes on. */
export interface Story {
  readonly id: string;
  readonly headline: string;
  readonly standfirst: string;
  readonly updatedAt: string;
}

export const storySdl = `
  type Query { ready: Boolean! }
  type Subscription { story: Story! }
  type Story { id: ID! headline: String! standfirst: String! updatedAt: String! }`;

export const storyQuery = 'subscription Story { story { id headline standfirst updatedAt } }';

/** Some 400 bytes, in letters of one byte and of more. */
export function storyOf(number: number): Story {
  return {
    id: String(number),
    headline: `Ferry service resumes as the storm moves out to sea, update ${number}`,
    standfirst: 'Boats leave every hour again. שירות המעבורות חודש הבוקר. '.repeat(4),
    updatedAt: new Date(Date.UTC(2026, 0, 1, 6, number)).toISOString(),
  };
}

/** The very text that each subscriber is to receive. */
export function answerOf(number: number): string {
  return JSON.stringify({ data: { story: storyOf(number) } });
}
