import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Where the browser for the journeys is: what CHROMIUM names, or Debian's own. */
const found = process.env.CHROMIUM ?? '/usr/bin/chromium';

export const chromiumPath: string | undefined = existsSync(found) ? found : undefined;

/** Put in the name of a journey that is skipped, so that the report says how to switch it on. */
export const HOW_TO_SWITCH_ON = 'needs a browser: apt-get install chromium, or set CHROMIUM=/path/to/chromium';

/** A browser that keeps to itself: no profile of anybody's, nothing fetched in the background. */
export function launchChromium(): Promise<Browser> {
  if (!chromiumPath) throw new Error(HOW_TO_SWITCH_ON);
  return chromium.launch({
    executablePath: chromiumPath,
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
  });
}
