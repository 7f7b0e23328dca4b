import type { BrowserContext, ConsoleMessage, Request, Response } from '@playwright/test';

/** Chromium's own line for an answer of 4xx or 5xx. The answers themselves are looked at instead, one by one. */
const answerLine = /^Failed to load resource: the server responded with a status of/;

/**
 * "Root did not complete": with single fetch, Remix 2's root waits a few milliseconds for its data to be decoded, and a
 * key pressed just then makes React 18 try to finish at once, fail, say so, and hydrate as planned a moment later.
 * Nothing is lost: until then the page is plain forms. It goes with Remix 2 (docs/decisions/0001).
 */
const pressedWhileHydrating = /^page error: Minified React error #345;/;

/** What the browser found wrong while a test ran. Whatever is left at the end, and was not expected, fails the test. */
export class Complaints {
  private readonly found: string[] = [];
  private readonly expected: RegExp[] = [];

  constructor(private readonly origin: string) {}

  /** The test brings this about itself, as when it cuts the connection. */
  expect(...patterns: RegExp[]): void {
    this.expected.push(...patterns);
  }

  left(): string[] {
    return this.found.filter((line) => !this.expected.some((pattern) => pattern.test(line)));
  }

  async watch(context: BrowserContext, javaScript: boolean): Promise<void> {
    context.on('console', (message) => this.onConsole(message));
    context.on('weberror', (error) => this.say(`page error: ${error.error().message}`));
    context.on('response', (response) => this.onResponse(response));
    context.on('requestfailed', (request) => this.onFailed(request, javaScript));
    if (!javaScript) return;
    await context.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        console.error(`policy violation: ${event.violatedDirective} ${event.blockedURI}`);
      });
    });
  }

  private say(line: string): void {
    if (pressedWhileHydrating.test(line)) return;
    this.found.push(line);
  }

  private onConsole(message: ConsoleMessage): void {
    if (!['error', 'warning', 'assert'].includes(message.type())) return;
    if (answerLine.test(message.text())) return;
    this.say(`console ${message.type()} on ${message.location().url}: ${message.text()}`);
  }

  private onResponse(response: Response): void {
    const [url, status] = [response.url(), response.status()];
    const kind = response.request().resourceType();
    if (!url.startsWith('http')) return;
    if (!url.startsWith(this.origin)) this.say(`asked another site: ${url}`);
    else if (status >= 500) this.say(`${status} from ${url}`);
    // A page or its data may be refused in words; a file that a page asks for must be there.
    else if (status >= 400 && !['document', 'fetch', 'xhr'].includes(kind))
      this.say(`${status} from ${url}`);
  }

  private onFailed(request: Request, javaScript: boolean): void {
    const why = request.failure()?.errorText ?? '';
    // A browser that moves on drops what it no longer needs.
    if (why === 'net::ERR_ABORTED') return;
    // With JavaScript off, Chromium reports each script it does not load as refused by a policy.
    if (!javaScript && why === 'csp' && request.resourceType() === 'script') return;
    this.say(`failed: ${request.method()} ${request.url()}: ${why}`);
  }
}
