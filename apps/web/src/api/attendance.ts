/** Milliseconds without a key, a click or a touch after which nobody is thought to be there. */
const GONE_AFTER = 5 * 60_000;

let lastSeen = performance.now();

for (const sign of ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const)
  addEventListener(sign, () => (lastSeen = performance.now()), { passive: true, capture: true });

/** Whether the screen asks by itself: such a question must not keep a session alive that somebody left open. */
export function isUnattended(): boolean {
  return performance.now() - lastSeen > GONE_AFTER;
}
