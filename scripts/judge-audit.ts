export interface AuditJudgement {
  readonly verdict: 'good' | 'bad' | 'not possible';
  readonly sentence: string;
}

/** A registry without audits (a mirror), or none within reach. */
const noAudits =
  /responded with (404|405|501)\b|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ENETUNREACH|ETIMEDOUT|error sending request/;

/** Tells a weakness, which fails the run, from a registry that answers no such questions, which cannot. */
export function judgeAudit(exitCode: number | null, output: string): AuditJudgement {
  if (exitCode === 0)
    return { verdict: 'good', sentence: 'No weakness of level high or above is known in what runs in production.' };
  const impossible = noAudits.exec(output);
  if (impossible && !/vulnerabilit/i.test(output)) {
    return {
      verdict: 'not possible',
      sentence: `The audit of production dependencies could not be done: the registry gives none (${impossible[0]}).`,
    };
  }
  return { verdict: 'bad', sentence: 'The audit of production dependencies failed; what it said is above.' };
}
