import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import '@graphiql/plugin-explorer/style.css';
import './page.css';
import { explorerPlugin } from '@graphiql/plugin-explorer';
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { createRoot } from 'react-dom/client';
import { createFetcher } from './ask/create-fetcher.ts';
import { storeExamples, tabOf } from './example-tabs.ts';
import { examples } from './examples.ts';
import { planPlugin } from './plan/plan-plugin.tsx';
import { createPlanStore } from './plan/plan-store.ts';

// The same origin that served the page: a token typed into the header editor goes nowhere else.
const plans = createPlanStore();
// The same origin that served the page: a token typed into the header editor goes nowhere else.
const fetcher = createFetcher('/graphql', plans);
const plugins = [planPlugin(plans), explorerPlugin({}), HISTORY_PLUGIN];

const container = document.getElementById('playground');
if (!container) throw new Error('the page has no #playground');
const open = storeExamples(localStorage, examples);

createRoot(container).render(
  <GraphiQL
    fetcher={fetcher}
    plugins={plugins}
    defaultTabs={examples.map(tabOf)}
    initialQuery={open.query}
    initialVariables={open.variables}
    defaultEditorToolsVisibility="variables"
    isHeadersEditorEnabled
  >
    <GraphiQL.Logo>
      <span className="dateline-logo">Dateline playground</span>
    </GraphiQL.Logo>
  </GraphiQL>,
);
