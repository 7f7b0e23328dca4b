import { civilDateInWords } from '~/course/said';

interface Became {
  status: 'valid' | 'corrected' | 'withdrawn';
  /** Civil dates. */
  withdrawnOn: string | null;
  putBackOn: string | null;
}

/** What became of a certificate, for its own page and for whoever checks its code; null where nothing did. */
export function becameInWords({ status, withdrawnOn, putBackOn }: Became): string | null {
  if (withdrawnOn === null) return null;
  const withdrawn = `It was withdrawn on ${civilDateInWords(withdrawnOn)}`;
  if (status === 'withdrawn') return `${withdrawn}.`;
  if (putBackOn === null) return null;
  return `${withdrawn} and put back on ${civilDateInWords(putBackOn)}: it stands as it was.`;
}
