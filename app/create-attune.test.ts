import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { goodContent } from '../tests/fixtures/content/copy-content';
import { readConfig } from './config.server';
import { closeAttune, createAttune } from './create-attune.server';

test('an older database is copied before it is migrated, one that is current is not', async () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'attune-create-'));
  const old = new Database(path.join(dataDir, 'attune.db'));
  old.exec("create table kept (words text); insert into kept values ('from before')");
  old.close();
  const config = readConfig({ DATA_DIR: dataDir, CONTENT_DIR: goodContent, LOG_LEVEL: 'silent' });
  const copies = () => readdirSync(dataDir).filter((name) => name.includes('.before-'));

  await closeAttune(await createAttune(config));
  expect(copies()).toHaveLength(1);
  const copy = new Database(path.join(dataDir, copies()[0] ?? ''), { readonly: true });
  expect(copy.prepare('select words from kept').get()).toEqual({ words: 'from before' });

  await closeAttune(await createAttune(config));
  expect(copies()).toHaveLength(1);
});
