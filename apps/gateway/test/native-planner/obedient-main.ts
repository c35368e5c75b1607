// A planner's process that does as the operation's name says: it dies, hangs, or answers with the document it was asked.
import type { FromPlannerProcess, ToPlannerProcess } from '../../src/engine/planner/native/messages.ts';

process.send?.({ kind: 'ready' } satisfies FromPlannerProcess);
process.on('disconnect', () => process.exit());
process.on('message', (message: ToPlannerProcess) => {
  if (message.kind !== 'plan') return;
  if (message.operationName === 'die') {
    process.stderr.write('panicked on purpose\n');
    process.abort();
  }
  if (message.operationName === 'hang') return;
  const planned: FromPlannerProcess = {
    kind: 'planned',
    id: message.id,
    node: { kind: 'Fetch', serviceName: String(process.pid), operation: message.document },
  };
  // Slow: what comes after it is under way with it.
  setTimeout(() => process.send?.(planned), message.operationName === 'slow' ? 150 : 0);
});
