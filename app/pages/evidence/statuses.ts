import type { StatusKind } from '~/ui/status';
import type { TrainingStatus } from '~db/schema/record';

/** Every status of a line, in words, with its shape. */
export const statuses: { value: TrainingStatus; label: string; kind: StatusKind }[] = [
  { value: 'current', label: 'Completed', kind: 'done' },
  { value: 'in progress', label: 'In progress', kind: 'going' },
  { value: 'due', label: 'Not started', kind: 'todo' },
  { value: 'refresh due', label: 'Refresh due', kind: 'todo' },
  { value: 'exempt', label: 'Exempt', kind: 'none' },
  { value: 'withdrawn', label: 'Withdrawn', kind: 'none' },
];
