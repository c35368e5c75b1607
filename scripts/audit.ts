// Asks the registry for known weaknesses of what runs in production.
import { spawnSync } from 'node:child_process';
import { projectFolder } from './house.ts';
import { judgeAudit } from './judge-audit.ts';

const { status, stdout, stderr } = spawnSync('pnpm', ['audit', '--prod', '--audit-level', 'high'], {
  cwd: projectFolder,
  encoding: 'utf8',
  timeout: 120_000,
});
const { verdict, sentence } = judgeAudit(status, `${stdout ?? ''}${stderr ?? ''}`);
if (verdict !== 'not possible') console.log(`${stdout ?? ''}${stderr ?? ''}`.trim());
console.log(sentence);
process.exit(verdict === 'bad' ? 1 : 0);
