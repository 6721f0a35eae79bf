/** Whole cents of an amount in euro, decimal text with at most two decimals: `"16666.67"` → `1666667n`. */
export function centsOf(amount: string): bigint {
  const [whole = '0', fraction = ''] = amount.split('.');
  return BigInt(whole + fraction.padEnd(2, '0'));
}

/** The amount in euro of whole cents, zero or more, as decimal text with two decimals. */
export function euroOf(cents: bigint): string {
  const digits = String(cents).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Division of whole cents that rounds up: how many of `size` it takes to reach `amount`. */
export function timesToReach(amount: bigint, size: bigint): bigint {
  return (amount + size - 1n) / size;
}
