import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** One run's temporary folders lie in one of its own, which goes when the run ends, however its tests ended. */
export default function setUp() {
  const dir = mkdtempSync(path.join(tmpdir(), 'attune-tests-'));
  process.env.TMPDIR = dir;
  return () => rmSync(dir, { recursive: true, force: true });
}
