import { useId, useState, useSyncExternalStore } from 'react';
import type { Explanation } from './explanation.ts';
import type { PlanState, PlanStore, Wish } from './plan-store.ts';
import { PlanTree } from './plan-tree.tsx';
import { cacheWords, duration } from './words.ts';
import './plan.css';

const wishes = [
  { value: 'true', label: 'as it comes', wish: true },
  { value: 'anew', label: 'anew, past the caches', wish: 'anew' },
  { value: 'off', label: 'not at all', wish: null },
] as const satisfies readonly { readonly value: string; readonly label: string; readonly wish: Wish }[];

/** How the last answer came about: its plan as a tree, with every fetch on one time line. */
export function PlanPanel({ plans }: { readonly plans: PlanStore }) {
  const state = useSyncExternalStore(plans.subscribe, plans.read);
  return (
    <section className="plan" aria-label="Plan of the last answer">
      <header className="plan-header">
        <h2 className="plan-title">Plan</h2>
        <WishSelect plans={plans} />
      </header>
      <div aria-live="polite">{contentOf(state)}</div>
    </section>
  );
}

function contentOf(state: PlanState) {
  if (state.kind === 'shown') return <Explained explanation={state.explanation} />;
  return <p className="plan-note">{notes[state.kind]}</p>;
}

const notes: Readonly<Record<Exclude<PlanState['kind'], 'shown'>, string>> = {
  none: 'Run an operation, and its plan shows here.',
  waiting: 'Waiting for the answer …',
  unsaid:
    'The gateway does not say how this answer came about. In production that is for staff: put a token into the headers.',
  subscription: 'A subscription has no end, and so no plan of its own.',
};

/** What is asked for with the next run. */
function WishSelect({ plans }: { readonly plans: PlanStore }) {
  const id = useId();
  const [value, setValue] = useState(wishes.find(({ wish }) => wish === plans.wish)?.value ?? 'true');
  return (
    <label className="plan-wish" htmlFor={id}>
      Explain{' '}
      <select
        id={id}
        value={value}
        onChange={({ target }) => {
          const chosen = wishes.find((one) => one.value === target.value);
          if (!chosen) return;
          plans.wish = chosen.wish;
          setValue(chosen.value);
        }}
      >
        {wishes.map(({ value: own, label }) => (
          <option key={own} value={own}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}

function Explained({ explanation }: { readonly explanation: Explanation }) {
  const { operation, plan, compiled, cache, nulls, totalMs } = explanation;
  return (
    <>
      <dl className="plan-facts">
        <Fact name="Answer">{duration(totalMs)}</Fact>
        {operation && (
          <Fact name="Cost">
            {operation.cost} of {operation.maxCost}
          </Fact>
        )}
        {compiled && (
          <Fact name="Planned">
            {compiled.wasReady ? 'before' : 'now'}: plan {duration(compiled.planMs)}, code{' '}
            {duration(compiled.compileMs)}
          </Fact>
        )}
        {cache && <Fact name="Cache">{cacheWords(cache)}</Fact>}
      </dl>
      {plan ? <PlanTree plan={plan} explanation={explanation} /> : <p className="plan-note">Nothing was planned.</p>}
      {nulls.length > 0 && <Nulls explanation={explanation} />}
    </>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div className="plan-fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Why places of the answer are null. */
function Nulls({ explanation: { nulls } }: { readonly explanation: Explanation }) {
  return (
    <>
      <h3 className="plan-subtitle">Why places are null</h3>
      <ul className="plan-nulls">
        {nulls.map(({ path, code, subgraph, call }) => (
          <li key={`${path?.join('.')} ${code}`}>
            <code>{path?.join('.') ?? 'somewhere'}</code>
            <span>
              {code}
              {subgraph === null ? '' : ` from ${subgraph}`}
              {call === null ? ', asked of nobody' : `, call ${call + 1}`}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
