/** Classes of SQLSTATE (Postgres manual, appendix A): data that cannot be, broken constraints, and more than an index holds. */
const classesOfData = ['22', '23', '54'];
/** A deadlock, and a transaction that has to be tried again. */
const passing = ['40P01', '40001'];

/** Does the database refuse what came, and would again? */
export function isFaultOfData(error: unknown): boolean {
  const code = sqlState(error);
  return code !== null && classesOfData.includes(code.slice(0, 2));
}

/** Was it in another's way only? */
export function isWorthAnotherTry(error: unknown): boolean {
  const code = sqlState(error);
  return code !== null && passing.includes(code);
}

/** Drizzle puts its own error around the driver's. */
function sqlState(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if ('code' in error && typeof error.code === 'string' && /^[0-9A-Z]{5}$/.test(error.code)) return error.code;
  return sqlState(error.cause);
}
