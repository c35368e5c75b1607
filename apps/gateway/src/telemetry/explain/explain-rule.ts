import { hasRole, type Viewer } from '@dateline/service-kit/viewer';
import type { ExplainedTo } from '../telemetry-settings.ts';

/** May this viewer see how an answer came about? A plan shows what subgraphs are called and can be asked. */
export function explainRule(explainedTo: ExplainedTo): (viewer: Viewer | null) => boolean {
  if (explainedTo === 'everybody') return () => true;
  return (viewer) => explainedTo.some((role) => hasRole(viewer, role));
}
