import { OperationTypeNode } from 'graphql';
import { placePlan } from '../compile/positions.ts';
import { readCallDocument } from './call-document.ts';
import type { CallNode, Plan } from './plan.ts';
import { PlanFault } from './plan-fault.ts';
import type { PlanRequest } from './planner.ts';
import { verifyCoverage } from './verify-coverage.ts';
import { verifyOrder } from './verify-order.ts';
import { callsOf, type PlanLaw, verifyPlan } from './verify-plan.ts';

/**
 * Is the plan right? Its calls must be ones that the subgraphs can answer, what goes into representations must have been
 * fetched by then, and what the client asks for must come. As linear as the plan is long.
 *
 * @throws PlanFault, or an Error of placing the plan.
 */
export function checkPlan(plan: Plan, { document }: Pick<PlanRequest, 'document'>, law: PlanLaw): void {
  verifyPlan(plan, law);
  const { operation } = readCallDocument(document);
  const rootType = law.schema.getRootType(operation.operation);
  if (!rootType) throw new PlanFault(`the schema has no ${operation.operation}`);
  verifySubscribing(plan, operation.operation);
  const program = placePlan(plan, rootType, law.schema);
  verifyOrder(program);
  verifyCoverage(operation.selectionSet, program.root, rootType.name, law);
}

/** A subscription has one source of events, and all else comes after it; whatever is no subscription has none. */
function verifySubscribing(plan: Plan, operation: OperationTypeNode): void {
  const [first, ...others] = callsOf(plan);
  const subscribes = (call: CallNode | undefined) => call?.operation === 'subscription';
  const isSubscription = operation === OperationTypeNode.SUBSCRIPTION;
  if (subscribes(first) !== isSubscription) throw new PlanFault(`it does not begin as a ${operation} does`);
  if (others.some(subscribes)) throw new PlanFault('it subscribes to more than one thing');
  if (!isSubscription || plan?.kind === 'call') return;
  const isFirst = plan?.kind === 'sequence' && plan.nodes[0] === first;
  if (!isFirst) throw new PlanFault('something is asked for beside the event that it belongs to');
  if (others.some(({ batches }) => batches.length === 0)) throw new PlanFault('an event has two roots');
}
