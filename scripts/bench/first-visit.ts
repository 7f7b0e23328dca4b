import { chromium } from 'playwright';

/** What a page costs someone whose browser has nothing of it yet: bytes over the wire and requests. */
export async function firstVisit(
  url: string,
  cookie?: string,
): Promise<{ bytes: number; requests: number }> {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH });
  try {
    const context = await browser.newContext();
    if (cookie) {
      const [name = '', value = ''] = cookie.split('=');
      await context.addCookies([{ name, value, url }]);
    }
    const page = await context.newPage();
    const wire = await context.newCDPSession(page);
    await wire.send('Network.enable');
    let bytes = 0;
    let requests = 0;
    wire.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
      requests += 1;
    });
    await page.goto(url, { waitUntil: 'networkidle' });
    return { bytes, requests };
  } finally {
    await browser.close();
  }
}
