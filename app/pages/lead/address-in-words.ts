import { civilDateInWords } from '~/course/said';
import type { AddressChange } from '~/record/address-changes.server';

const by: Record<string, string> = {
  office: 'by the school office',
  lead: 'by an attachment lead',
};

/** “changed on 3 November 2026 by the school office” */
export function changeInWords({ on, byRole }: AddressChange): string {
  return ['changed on', civilDateInWords(on), by[byRole]].filter(Boolean).join(' ');
}
