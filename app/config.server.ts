import path from 'node:path';
import { z } from 'zod';
import { type MailSettings, readMailSettings } from './mail-settings.server';

const settings = z.object({
  PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATA_DIR: z.string().min(1).default('data'),
  CONTENT_DIR: z.string().min(1).default('content'),
  /** A second folder, for a school's own modules and what they cite. */
  SCHOOL_CONTENT_DIR: z.string().min(1).optional(),
  /** Where people reach Attune, for the origin check and for links. */
  ORIGIN: z.url().optional(),
  /** How many proxies of your own stand in front: their X-Forwarded-For is believed, and nobody else's. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  /** Where e-mail is handed in, and from whom it comes: see mail-settings.server.ts. */
  SMTP_URL: z.string().optional(),
  MAIL_FROM: z.string().optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

export interface Config {
  port: number;
  host: string;
  dataDir: string;
  contentDir: string;
  /** Null when the school keeps no modules of its own. */
  schoolContentDir: string | null;
  /** No trailing slash. */
  origin: string;
  logLevel: string;
  trustedProxies: number;
  /** True when the origin is https: cookies are Secure and HSTS is sent. */
  secure: boolean;
  /** Null when messages are printed or copied by hand. */
  mail: MailSettings | null;
}

/**
 * Reads the settings.
 * @throws Error listing every setting that is wrong and what it should be.
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const parsed = settings.safeParse(env);
  const { mail, problems } = readMailSettings(env);
  if (!parsed.success || problems.length > 0) {
    const issues = parsed.error?.issues ?? [];
    const lines = [
      ...issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`),
      ...problems,
    ].map((line) => `  ${line}`);
    throw new Error(`These settings need mending before Attune can start:\n${lines.join('\n')}`);
  }
  const s = parsed.data;
  const origin = (s.ORIGIN ?? `http://localhost:${s.PORT}`).replace(/\/$/, '');
  return {
    port: s.PORT,
    host: s.HOST,
    dataDir: path.resolve(s.DATA_DIR),
    contentDir: path.resolve(s.CONTENT_DIR),
    schoolContentDir: s.SCHOOL_CONTENT_DIR ? path.resolve(s.SCHOOL_CONTENT_DIR) : null,
    origin,
    logLevel: s.LOG_LEVEL,
    trustedProxies: s.TRUSTED_PROXIES,
    secure: origin.startsWith('https:'),
    mail,
  };
}
