/** Ends the server that the set-up started. */
export default function tearDown() {
  return globalThis.stopPostgres?.();
}
