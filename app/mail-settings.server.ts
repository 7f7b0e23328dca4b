/** Where e-mail is handed in, and from whom it comes. */
export interface MailSettings {
  host: string;
  port: number;
  /** TLS from the first byte (`smtps:`). */
  secure: boolean;
  /** Refuse to hand anything in before STARTTLS. */
  requireTls: boolean;
  auth: { user: string; pass: string } | null;
  from: { name: string; address: string };
}

const loopback = /^(localhost|127(\.\d+){3}|\[?::1\]?)$/;
const example = 'smtp://name:password@mail.school.example:587';

/**
 * `SMTP_URL` and `MAIL_FROM`. `smtps:` speaks TLS from the start (port 465); `smtp:` (port 587) asks for STARTTLS and
 * goes no further without, but on this very machine or with `?tls=no`. Unset: no mail is sent.
 *
 * @returns the settings, or what to mend, never with a password in it
 */
export function readMailSettings(env: Record<string, string | undefined>): {
  mail: MailSettings | null;
  problems: string[];
} {
  const { SMTP_URL: url, MAIL_FROM: sender } = env;
  if (!url) {
    const problems = sender
      ? ['MAIL_FROM: is set, but SMTP_URL is not: set both, or neither to print messages instead']
      : [];
    return { mail: null, problems };
  }
  const server = readServer(url);
  const from = readSender(sender);
  const problems: string[] = [];
  if (typeof server === 'string') problems.push(server);
  if (typeof from === 'string') problems.push(from);
  if (typeof server === 'string' || typeof from === 'string') return { mail: null, problems };
  return { mail: { ...server, from }, problems };
}

function readServer(text: string): Omit<MailSettings, 'from'> | string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url?.hostname || !['smtp:', 'smtps:'].includes(url.protocol)) {
    return `SMTP_URL: write it like ${example}, or smtps:// for TLS from the start`;
  }
  if (url.username && !url.password) {
    return `SMTP_URL: has a name and no password. Write both, like ${example}; a sign such as @ or / in them as %40 or %2F`;
  }
  const tls = url.searchParams.get('tls');
  if ([...url.searchParams].some(([name, value]) => name !== 'tls' || value !== 'no')) {
    return 'SMTP_URL: knows one option, ?tls=no, to hand mail in without encryption';
  }
  const credentials = [url.username, url.password].map(decoded);
  if (credentials.includes(null)) {
    return 'SMTP_URL: has a % in the name or password that stands for nothing; write a plain % as %25';
  }
  const [user, pass] = credentials;
  const secure = url.protocol === 'smtps:';
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    requireTls: !secure && tls === null && !loopback.test(url.hostname),
    auth: user && pass ? { user, pass } : null,
  };
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

function readSender(text: string | undefined): MailSettings['from'] | string {
  const [, name = '', inside, plain] =
    /^\s*(?:"?([^"<>\r\n]*?)"?\s*<([^\s<>@]+@[^\s<>@]+)>|([^\s<>@]+@[^\s<>@]+))\s*$/.exec(
      text ?? '',
    ) ?? [];
  const address = inside ?? plain;
  if (!address) {
    return 'MAIL_FROM: say from whom e-mail comes, like training@school.example or Attune <training@school.example>';
  }
  return { name: name.trim() || 'Attune', address };
}
