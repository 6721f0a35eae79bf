import { DeliveryFailed } from '../channels/delivery-failed.js';

/** The failure that a delivery ends in; anything else that happens is thrown. */
export async function failureOf(delivery: Promise<unknown>): Promise<DeliveryFailed> {
  const ended: unknown = await delivery.catch((error: unknown) => error);
  if (ended instanceof DeliveryFailed) return ended;
  throw new Error(`no failed delivery but: ${String(ended)}`, { cause: ended });
}
