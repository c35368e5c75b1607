import 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** As the administrator of a server on which a test may do anything. */
    postgresUrl: string;
  }
}
