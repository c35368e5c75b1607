import { buildSchema, Kind, type OperationDefinitionNode, parse, type ValidationRule, validate } from 'graphql';
import { expect, it } from 'vitest';
import { countSelections } from '../../src/engine/compile/count-selections.ts';
import { deferRule } from '../../src/engine/incremental/defer-rules.ts';
import { aliasLimit } from '../../src/limits/aliases.ts';
import { costLimit } from '../../src/limits/cost.ts';
import { depthLimit } from '../../src/limits/depth.ts';
import { directiveLimit } from '../../src/limits/directives.ts';
import { type LimitSettings, limitSettings } from '../../src/limits/limit-settings.ts';
import { fragmentsOf, type Operation } from '../../src/limits/operation.ts';
import { reservedNameLimit } from '../../src/limits/reserved-names.ts';
import { rootFieldLimit } from '../../src/limits/root-fields.ts';
import { variableLimit } from '../../src/limits/variables.ts';
import { figure } from '../figures.ts';

// A3: what is to stop a bomb must not be one. Each rule of ours has the bomb for itself, with none before it.

const schema = buildSchema(`
  type Query { articles(first: Int): [Article] }
  type Article { id: ID thread: Thread }
  type Thread { comments: [Comment] }
  type Comment { article: Article }
`);
const settings = Object.fromEntries(
  Object.entries(limitSettings).map(([name, setting]) => [name, setting.parse(undefined)]),
) as LimitSettings;

const fragments = 30;
const spreads = (next: string) =>
  `thread { comments { article { ...${next} } } } t2: thread { comments { article { ...${next} } } }`;
const bomb = [
  '{ articles(first: 1) { ...F0 } }',
  ...Array.from({ length: fragments }, (_, at) => `fragment F${at} on Article { ${spreads(`F${at + 1}`)} }`),
  `fragment F${fragments} on Article { id }`,
].join(' ');
const document = parse(bomb);
const definition = document.definitions.find(
  ({ kind }) => kind === Kind.OPERATION_DEFINITION,
) as OperationDefinitionNode;
const operation: Operation = { schema, definition, fragments: fragmentsOf(document), variables: {} };

const limits = {
  aliasLimit,
  costLimit,
  depthLimit,
  directiveLimit,
  reservedNameLimit,
  rootFieldLimit,
  variableLimit,
};
const validated = (rule: ValidationRule) => () => void validate(schema, document, [rule]);
const rules: readonly (readonly [string, () => unknown])[] = [
  ...Object.entries(limits).map(([name, limit]) => [name, () => limit(operation, settings)] as const),
  ['countSelections', () => countSelections(definition.selectionSet, operation.fragments)],
  ['deferRule', validated(deferRule)],
];

it.each(rules)('A3: %s takes as long as the document has words, not as what it unfolds to', (name, run) => {
  // The best of a few: the machine has other work, and a rule that unfolds 2^30 selections has no best.
  const times = Array.from({ length: 5 }, () => {
    const before = performance.now();
    run();
    return performance.now() - before;
  });
  figure('A3', `${name} alone, 2^${fragments} selections`, {
    seen: Math.min(...times),
    unit: 'ms',
    atMost: 50,
    failAbove: 1_000,
  });
});

it('A3: the bomb is one: it is refused for what it unfolds to', () => {
  expect(countSelections(definition.selectionSet, operation.fragments)).toBeGreaterThan(2 ** fragments);
  expect(depthLimit(operation, settings)).not.toBeNull();
  expect(aliasLimit(operation, settings)).not.toBeNull();
});
