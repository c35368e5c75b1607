import type { GraphiQLPlugin } from '@graphiql/react';
import { PlanPanel } from './plan-panel.tsx';
import type { PlanStore } from './plan-store.ts';

/** The panel as GraphiQL takes it: with a picture for its bar and a title for who cannot see it. */
export function planPlugin(plans: PlanStore): GraphiQLPlugin {
  return { title: 'Plan', icon: PlanIcon, content: () => <PlanPanel plans={plans} /> };
}

/** Three bars on one time line. */
function PlanIcon() {
  return (
    <svg
      viewBox="0 0 24 24"
      width="24"
      height="24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      aria-hidden="true"
    >
      <rect x="3" y="4" width="9" height="4" rx="1" />
      <rect x="9" y="10" width="12" height="4" rx="1" />
      <rect x="9" y="16" width="7" height="4" rx="1" />
    </svg>
  );
}
