import { isValid, parse } from 'date-fns';
import { enGB } from 'date-fns/locale/en-GB';
import { addDays } from '~/record/london-date';

/** As spreadsheets in England show dates: the day stands before the month. */
const patterns = [
  'yyyy-MM-dd',
  'yyyy/MM/dd',
  'd/M/yyyy',
  'd/M/yy',
  'd-M-yyyy',
  'd.M.yyyy',
  'd.M.yy',
  'd MMM yyyy',
  'd MMM yy',
  'd MMMM yyyy',
  'd-MMM-yyyy',
  'd-MMM-yy',
  'MMM d yyyy',
  'MMMM d yyyy',
];
const reference = new Date(2000, 0, 1);

/** A civil date as people and spreadsheets write it, as YYYY-MM-DD; null when it is none, or outside 1940 to 2100. */
export function readDate(written: string): string | null {
  const text = written
    .trim()
    .replace(/[ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?( ?[ap]m)?Z?$/i, '')
    .replace(/^(mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+/i, '')
    .replace(/(\d)(st|nd|rd|th)\b/i, '$1')
    .replace(/\bof\b|,/gi, ' ')
    .replace(/\bsept\b\.?/i, 'Sep')
    .replace(/([a-z])\./gi, '$1')
    .replace(/\s+/g, ' ')
    .trim();
  if (/^\d{5}$/.test(text)) return within(fromSerial(Number(text)));
  for (const pattern of patterns) {
    // 'yyyy' reads "26" as the year 26, and 'yy' reads it as 2026.
    if (pattern.includes('yyyy') !== /\d{4}/.test(text)) continue;
    const at = parse(text, pattern, reference, { locale: enGB });
    if (!isValid(at)) continue;
    const parts = [at.getFullYear(), at.getMonth() + 1, at.getDate()];
    return within(parts.map((part) => String(part).padStart(2, '0')).join('-'));
  }
  return null;
}

/** A date shown as a plain number: the days since 30 December 1899, as every spreadsheet counts them. */
const fromSerial = (days: number) => addDays('1899-12-30', days);

const within = (date: string) => (date >= '1940-01-01' && date < '2100-01-01' ? date : null);
