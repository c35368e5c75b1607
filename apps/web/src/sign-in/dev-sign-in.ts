import { createHash } from 'node:crypto';
import { createDevIssuer } from '@dateline/service-kit/dev-issuer';
import { type Role, roles } from '@dateline/service-kit/viewer';
import type { SignInForm } from './sign-in-form.ts';

export interface DevSignIn {
  readonly roles: readonly Role[];
  readonly ttlSeconds: number;
  /** A token for this person. The same name is the same person, whatever the role. */
  issue(form: SignInForm): Promise<string>;
}

const ttlSeconds = 12 * 60 * 60;

/** Sign-in for who works on Dateline itself; null in production and where no key is given. */
export function createDevSignIn(keyFile: string | undefined, nodeEnv: string): DevSignIn | null {
  if (keyFile === undefined || nodeEnv === 'production') return null;
  return {
    roles,
    ttlSeconds,
    async issue({ name, role }) {
      // Read when it is needed: the key file is made by whoever starts first.
      const issuer = createDevIssuer({ keyFile, nodeEnv });
      return issuer.issue({ subject: subjectOf(name), name, roles: [role], ttlSeconds });
    },
  };
}

function subjectOf(name: string): string {
  return `dev-${createHash('sha256').update(name.normalize('NFC').toLowerCase()).digest('hex').slice(0, 16)}`;
}
