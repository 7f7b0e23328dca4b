import type { Module } from './module';

/** A module as it was stored, with what was not yet stored then: nothing that its hash covers. */
export function sinceWritten(stored: Module): Module {
  const older: Partial<Module> = stored;
  return { ...stored, origin: older.origin ?? 'attune', staffMeeting: older.staffMeeting ?? null };
}
