import { describe, expect, it } from 'vitest';
import { faultOfMove, moveFrom, workflowActions, workflowStates } from './workflow.ts';

/** The newsroom's rules as the newsroom writes them down; each row an action, each column a state. A refusal in lower case. */
const rules = `
                 NONE           DRAFT          SCHEDULED      PUBLISHED          CORRECTED          WITHDRAWN
create           DRAFT          already_there  already_there  already_there      already_there      already_there
update           no_article     DRAFT          SCHEDULED      PUBLISHED          CORRECTED          withdrawn
addLiveEntry     no_article     DRAFT          SCHEDULED      PUBLISHED          CORRECTED          withdrawn
restore          no_article     DRAFT          SCHEDULED      PUBLISHED          CORRECTED          withdrawn
publish          no_article     PUBLISHED      PUBLISHED      PUBLISHED          CORRECTED          withdrawn
schedule         no_article     SCHEDULED      SCHEDULED      already_published  already_published  withdrawn
unschedule       no_article     not_scheduled  DRAFT          not_scheduled      not_scheduled      withdrawn
publish-due      no_article     not_scheduled  PUBLISHED      not_scheduled      not_scheduled      withdrawn
correct          no_article     not_published  not_published  CORRECTED          CORRECTED          withdrawn
withdraw         no_article     not_published  not_published  WITHDRAWN          WITHDRAWN          withdrawn
delete           no_article     NONE           not_a_draft    not_a_draft        not_a_draft        not_a_draft
import           DRAFT          DRAFT          SCHEDULED      PUBLISHED          CORRECTED          withdrawn
import-publish   PUBLISHED      PUBLISHED      PUBLISHED      PUBLISHED          CORRECTED          withdrawn
import-correct   CORRECTED      CORRECTED      CORRECTED      CORRECTED          CORRECTED          withdrawn
import-recall    DRAFT          DRAFT          DRAFT          DRAFT              DRAFT              withdrawn
import-hold      SCHEDULED      SCHEDULED      SCHEDULED      SCHEDULED          SCHEDULED          withdrawn
import-kill      no_article     WITHDRAWN      WITHDRAWN      WITHDRAWN          WITHDRAWN          WITHDRAWN
`;

const [header = [], ...rows] = rules
  .trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/));
const cells = rows.flatMap(([action = '', ...answers]) =>
  answers.map((answer, column) => ({ action, state: header[column] ?? '', answer })),
);

describe('the workflow', () => {
  it('has a rule for every action in every state, and no other', () => {
    expect(header.toSorted()).toEqual([...workflowStates].toSorted());
    expect(rows.map(([action]) => action).toSorted()).toEqual([...workflowActions].toSorted());
    expect(cells).toHaveLength(workflowStates.length * workflowActions.length);
  });

  it.each(cells)('$action from $state: $answer', ({ action, state, answer }) => {
    const move = moveFrom(state as (typeof workflowStates)[number], action as (typeof workflowActions)[number]);
    const isAllowed = answer === answer.toUpperCase();
    expect('to' in move ? move.to : move.fault.code.toLowerCase()).toBe(answer);
    expect('to' in move).toBe(isAllowed);
    if ('fault' in move) expect(move.fault.message).toMatch(/\.$/);
  });

  it('treats a corrected story as a published one: what may be done to it is the same', () => {
    for (const action of workflowActions) {
      const ofCorrected = moveFrom('CORRECTED', action);
      expect('fault' in ofCorrected ? ofCorrected.fault : null).toEqual(faultOfMove('PUBLISHED', action));
    }
  });

  it('never lets a withdrawn story be seen again', () => {
    for (const action of workflowActions) {
      const move = moveFrom('WITHDRAWN', action);
      expect('to' in move ? move.to : 'WITHDRAWN').toBe('WITHDRAWN');
    }
  });
});
