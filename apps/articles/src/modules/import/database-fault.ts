/** Classes of SQLSTATE (Postgres manual, appendix A): data that cannot be, broken constraints, and more than an index holds. */
const classesOfData = ['22', '23', '54'];
/** By the driver: more values in a statement than the protocol counts. Each by itself may still have few enough. */
const tooManyParameters = 'MAX_PARAMETERS_EXCEEDED';
/** A deadlock, and a transaction that has to be tried again. */
const knownCode = /^(?:[0-9A-Z]{5}|MAX_PARAMETERS_EXCEEDED)$/;
const passing = ['40P01', '40001'];

/** Does the database refuse what came, and would again? */
export function isFaultOfData(error: unknown): boolean {
  const code = sqlState(error);
  return code === tooManyParameters || (code !== null && classesOfData.includes(code.slice(0, 2)));
}

/** Was it in another's way only? */
export function isWorthAnotherTry(error: unknown): boolean {
  const code = sqlState(error);
  return code !== null && passing.includes(code);
}

/** The SQLSTATE of an error of Postgres, or null. Drizzle puts its own error around the driver's. */
export function sqlState(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if ('code' in error && typeof error.code === 'string' && knownCode.test(error.code)) return error.code;
  return sqlState(error.cause);
}
