import { connect } from '@dateline/db/connect';
import { readEnv } from '../env.ts';
import { writeConversations } from './write-conversations.ts';

/** Loads the demo edition's conversations unless somebody has said something already. Resolves to how many comments it put in. */
export async function loadDemoEdition(databaseUrl: string): Promise<number> {
  const database = connect(databaseUrl, { applicationName: 'comments demo', schema: 'comments', maxConnections: 1 });
  try {
    return await database.sql.begin(async (sql) => {
      await sql`select pg_advisory_xact_lock(hashtext('dateline demo comments'))`;
      const [known] = await sql`select 1 from comments.comments limit 1`;
      if (known) return 0;
      // Only now: at every start but the first there is nothing to load, and its words take their time to read.
      const { demoEdition } = await import('@dateline/demo-edition/edition');
      const { articles, commenters, comments } = demoEdition();
      await writeConversations(sql, { articleIds: articles.map(({ id }) => id), commenters, comments });
      return comments.length;
    });
  } finally {
    await database.close();
  }
}

if (import.meta.main) {
  const count = await loadDemoEdition(readEnv().COMMENTS_DATABASE_URL);
  process.stdout.write(
    count === 0
      ? 'comments: something is there already, the demo edition stays out\n'
      : `comments: ${count} demo comments loaded\n`,
  );
}
