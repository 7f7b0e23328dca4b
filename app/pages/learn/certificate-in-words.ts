import { togetherInWords } from '~/pages/together-in-words';
import { minutes } from './minutes';

interface Certified {
  version: number;
  /** Published minutes. */
  minutes: number;
  status: 'valid' | 'corrected' | 'withdrawn';
  /** Of a refresher, the version completed before. */
  refreshes: number | null;
  /** With whom its pages were done together, and when; none: alone. */
  together: Parameters<typeof togetherInWords>[0];
}

/** What a certificate says, the same on the page and in the PDF. */
export function certificateInWords({
  version,
  minutes: published,
  status,
  refreshes,
  together,
}: Certified) {
  const hours = published >= 60 ? ` (${(published / 60).toFixed(1)} hours)` : '';
  return {
    result:
      status === 'withdrawn'
        ? 'Withdrawn: it stood on the day above, and does not stand any more'
        : refreshes === null
          ? 'Completed and met the standard'
          : 'Completed the refresher and met the standard in what it asks',
    version:
      refreshes === null
        ? String(version)
        : `${version}: what changed since version ${refreshes}, completed before`,
    /** Null: alone. */
    together: together.length > 0 ? togetherInWords(together) : null,
    time: `${minutes(published)}${hours}`,
    caution: 'This certificate does not qualify the holder to assess or diagnose attachment.',
  };
}
