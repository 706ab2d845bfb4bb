import { describe, expect, it } from 'vitest';
import { readConfig, SettingsError } from '../../src/config.ts';
import { startBot } from '../harness/running-bot.ts';

describe('PUBLIC_URL', () => {
  it.each(['https://bot.example.gov.uk', 'https://bot.example.gov.uk/partnership', 'http://127.0.0.1:3978'])(
    'may be %s',
    (url) => expect(readConfig({ PUBLIC_URL: url }).publicUrl).toBe(url),
  );

  it.each([
    'http://bot.example.gov.uk',
    'bot.example.gov.uk',
    'ftp://bot.example.gov.uk',
    'https://bot.example.gov.uk/?a=1',
    'https://someone@bot.example.gov.uk',
    'http://127.0.0.1.example.com',
  ])('may not be %s', (url) => {
    expect(() => readConfig({ PUBLIC_URL: url })).toThrow(SettingsError);
    expect(() => readConfig({ PUBLIC_URL: url })).toThrow('PUBLIC_URL');
  });

  it('may be left out', () => {
    expect(readConfig({}).publicUrl).toBeUndefined();
    expect(readConfig({ PUBLIC_URL: ' ' }).publicUrl).toBeUndefined();
  });

  it('leads to the files route of the bot as it is started', async () => {
    const bot = await startBot();
    try {
      const response = await fetch(`${bot.url}/files/${'A'.repeat(43)}`);
      expect(response.status).toBe(404);
      expect(await response.text()).toContain('This link no longer works');
    } finally {
      await bot.stop();
    }
  });
});
