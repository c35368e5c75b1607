import { roles } from '@dateline/service-kit/viewer';
import { z } from 'zod';

/** What the sign-in form of development asks. */
export const signInFormSchema = z.object({
  name: z.string().trim().min(1).max(60),
  role: z.enum(roles).default('READER'),
});

export type SignInForm = z.infer<typeof signInFormSchema>;
