import type { Explanation, PlanCall, PlanFetch, PlanNode } from './explanation.ts';
import { duration, fetchWords } from './words.ts';

interface TreeProps {
  readonly plan: PlanNode;
  readonly explanation: Explanation;
}

/** The plan from its root on. All bars share one time line, from the request to its answer. */
export function PlanTree({ plan, explanation }: TreeProps) {
  return (
    <>
      <h3 className="plan-subtitle">Calls</h3>
      <div className="plan-axis" aria-hidden="true">
        <span>0</span>
        <span>{duration(explanation.totalMs)}</span>
      </div>
      <ul className="plan-tree">
        <Node node={plan} explanation={explanation} />
      </ul>
    </>
  );
}

const groupNames = { sequence: 'one after the other', parallel: 'at the same time' } as const;

function Node({ node, explanation }: { readonly node: PlanNode; readonly explanation: Explanation }) {
  if (node.kind === 'call') return <Call call={node} explanation={explanation} />;
  return (
    <li className={`plan-group plan-${node.kind}`}>
      <span className="plan-group-name">{groupNames[node.kind]}</span>
      <ul>
        {node.nodes.map((inner) => (
          <Node key={keyOf(inner)} node={inner} explanation={explanation} />
        ))}
      </ul>
    </li>
  );
}

/** A call stands once in a plan, and a group has one at least. */
function keyOf(node: PlanNode): string {
  if (node.kind === 'call') return `call ${node.call}`;
  const [first] = node.nodes;
  return `${node.kind} ${first ? keyOf(first) : ''}`;
}

function Call({ call, explanation }: { readonly call: PlanCall; readonly explanation: Explanation }) {
  const fetches = explanation.fetches.filter((fetch) => fetch.call === call.call);
  const isBad = fetches.some(({ outcome }) => outcome === 'FAILED' || outcome === 'ERRORS' || outcome === 'STALE');
  return (
    <li className="plan-call" data-outcome={isBad ? 'bad' : 'good'}>
      <details>
        <summary>
          <span className="plan-call-head">
            <span className="plan-call-name">
              <span className="plan-call-number">{call.call + 1}</span> <span>{call.subgraph}</span>
            </span>
            <span className="plan-call-time">{timeOf(fetches)}</span>
          </span>
          {fetches.map((fetch) => (
            <Bar key={`${fetch.startMs}`} fetch={fetch} totalMs={explanation.totalMs} />
          ))}
          {fetches.map((fetch) => (
            <span className="plan-call-words" key={`words ${fetch.startMs}`}>
              {fetchWords(fetch).join(' · ')}
            </span>
          ))}
          {call.entities.length > 0 && <span className="plan-call-words">for {call.entities.join(', ')}</span>}
        </summary>
        <pre className="plan-document">{call.document}</pre>
      </details>
    </li>
  );
}

function timeOf(fetches: readonly PlanFetch[]): string {
  const sent = fetches.filter(({ outcome }) => outcome !== 'SPARED');
  if (sent.length === 0) return 'not sent';
  return sent.map(({ durationMs }) => duration(durationMs)).join(', ');
}

/** When a fetch began and ended, within the whole. */
function Bar({ fetch: { startMs, durationMs }, totalMs }: { readonly fetch: PlanFetch; readonly totalMs: number }) {
  const percent = (ms: number) => `${totalMs > 0 ? Math.min(100, (ms / totalMs) * 100) : 0}%`;
  return (
    <span className="plan-bar" aria-hidden="true">
      <span style={{ insetInlineStart: percent(startMs), width: percent(durationMs) }} />
    </span>
  );
}
