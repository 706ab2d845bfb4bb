import { pino } from 'pino';
import { Temporal } from 'temporal-polyfill';
import { startApp } from './app.ts';
import { readConfig, SettingsError } from './config.ts';
import { greeting } from './greeting.ts';
import { ConfigurationError } from './partnership/configuration-error.ts';

/** Long enough for every answer and send under way to end. */
const DRAIN_MS = 10_000;

try {
  const config = readConfig(process.env);
  const log = pino({ level: config.logLevel });
  const app = await startApp(config, { now: () => Temporal.Now.instant() }, log);
  const address = `http://${app.isDemo ? '127.0.0.1' : 'localhost'}:${app.port}`;
  console.log(`\n${greeting(app, address).join('\n')}\n`);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      log.info({ signal }, 'Stopping: finishing what is under way');
      setTimeout(() => process.exit(1), DRAIN_MS).unref();
      void app.stop().then(() => process.exit(0));
    });
  }
} catch (error) {
  // What the person starting it can mend is said plainly; anything else is a fault and keeps its trace.
  const isMendable = error instanceof SettingsError || error instanceof ConfigurationError;
  console.error(isMendable ? `\n${error.message}\n` : error);
  process.exit(1);
}
