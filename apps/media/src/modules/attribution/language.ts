/** How one language writes whose picture it is. */
export interface AttributionLanguage {
  readonly direction: 'LTR' | 'RTL';
  /** 'Photo' */
  readonly label: string;
  /** Names of suppliers as this language writes them: the first is written, all are understood. */
  readonly suppliers: Readonly<Partial<Record<Supplier, readonly [string, ...string[]]>>>;
}

/** Suppliers that news pictures come from day by day. */
export type Supplier =
  | 'afp'
  | 'anadolu'
  | 'ap'
  | 'bloomberg'
  | 'dpa'
  | 'epa'
  | 'getty'
  | 'reuters'
  | 'shutterstock'
  | 'tass'
  | 'wikimedia'
  | 'xinhua';
