/** What readers are told when the supplier does not say why. */
export function killReason(reason: string | null | undefined): string {
  return reason?.trim() || 'Withdrawn by its supplier.';
}
