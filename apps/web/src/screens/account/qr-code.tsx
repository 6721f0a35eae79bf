import { encode } from 'uqr';
import { t } from '../../i18n/translate.js';

/** An address as a QR code. It is drawn here: the secret in it goes to nobody else. */
export function QrCode({ text }: { readonly text: string }) {
  const { data, size } = encode(text, { border: 4 });
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : [])));
  return (
    <svg
      className="sw-qr"
      role="img"
      aria-label={t('totp.qr')}
      viewBox={`0 0 ${size} ${size}`}
      width="220"
      height="220"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={dark.join('')} fill="#000" shapeRendering="crispEdges" />
    </svg>
  );
}
