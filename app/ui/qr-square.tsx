/** A QR code as it is drawn: squares of one unit in a square of `size`, its white edge included. */
export interface QrDrawing {
  d: string;
  size: number;
}

/** The picture of a QR code, which never stands without its address in words beside it. */
export function QrSquare({ qr, label }: { qr: QrDrawing; label: string }) {
  return (
    <svg
      className="slip-qr"
      viewBox={`0 0 ${qr.size} ${qr.size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path d={qr.d} />
    </svg>
  );
}
