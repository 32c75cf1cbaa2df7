import { generate } from 'lean-qr';
import { toSvgPath } from 'lean-qr/extras/svg';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Empty modules round the code that a reader needs (ISO/IEC 18004). */
const QUIET = 4;

/** A text as a QR code for the camera of a device: always dark on white, as readers ask. */
export default function TotpPicture({ text }: { text: string }): ReactNode {
  const { t } = useTranslation();
  const code = generate(text);
  const side = code.size + 2 * QUIET;
  return (
    <svg
      role="img"
      aria-label={t('access.me.totpPicture')}
      className="totp-picture"
      viewBox={`${-QUIET} ${-QUIET} ${side} ${side}`}
      shapeRendering="crispEdges"
    >
      <rect x={-QUIET} y={-QUIET} width={side} height={side} fill="#fff" />
      <path d={toSvgPath(code)} fill="#000" fillRule="evenodd" />
    </svg>
  );
}
