import { type Partnership } from '@samenwerkt/engine';

/** Most partnerships kept in memory; some tens of megabytes. */
const MOST = 2000;

/**
 * Partnerships as they were last read or written, so that a busy one is not parsed anew for every event. Only trusted
 * when the hash in the row still is the one it was kept under: whatever another process wrote, or a rolled back
 * transaction did not, is simply read again.
 */
export class KnownSnapshots {
  private readonly known = new Map<string, { hash: string; partnership: Partnership }>();

  find(id: string, hash: string): Partnership | undefined {
    const found = this.known.get(id);
    return found?.hash === hash ? found.partnership : undefined;
  }

  keep(hash: string, partnership: Partnership): void {
    this.known.delete(partnership.id);
    this.known.set(partnership.id, { hash, partnership });
    if (this.known.size <= MOST) return;
    const [oldest] = this.known.keys();
    if (oldest !== undefined) this.known.delete(oldest);
  }
}
