import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { inflateSync } from 'node:zlib';
import { AppManifestUtils, type TeamsManifest } from '@microsoft/app-manifest';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { drawIcons } from '../../scripts/teams-icons.ts';
import { packageForTeams } from '../../scripts/teams-package.ts';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url));
const PARTS = {
  template: read('manifest/teams/manifest.json').toString(),
  version: '0.1.0',
  color: read('manifest/teams/color.png'),
  outline: read('manifest/teams/outline.png'),
};
const SETTINGS = {
  TEAMS_APP_ID: '11111111-1111-4111-8111-111111111111',
  TEAMS_ORGANISATION: 'Calderbrook "Learning" Council',
  TEAMS_WEBSITE_URL: 'https://calderbrook.example/partnership',
  TEAMS_PRIVACY_URL: 'https://calderbrook.example/privacy',
  TEAMS_TERMS_URL: 'https://calderbrook.example/terms',
};

function made(env: Readonly<Record<string, string | undefined>> = SETTINGS) {
  const packaged = packageForTeams(env, PARTS);
  if ('problems' in packaged) throw new Error(packaged.problems.join(' '));
  return packaged;
}
function problems(env: Readonly<Record<string, string | undefined>>, parts = PARTS): readonly string[] {
  const packaged = packageForTeams(env, parts);
  return 'problems' in packaged ? packaged.problems : [];
}

describe('the package for Teams', () => {
  it('holds a manifest that Microsoft’s own schema accepts', async () => {
    const manifest = JSON.parse(made().manifest) as TeamsManifest;
    expect(await AppManifestUtils.validateAgainstSchema(manifest)).toEqual([]);
  });

  it('would be caught by that schema if it were wrong', async () => {
    const manifest = { ...JSON.parse(made().manifest), accentColor: 'teal' } as TeamsManifest;
    expect(await AppManifestUtils.validateAgainstSchema(manifest)).not.toEqual([]);
  });

  it('is filled in with the bot and the organisation, quotation marks and all', () => {
    const manifest = JSON.parse(made().manifest);
    expect(manifest).toMatchObject({
      id: SETTINGS.TEAMS_APP_ID,
      version: '0.1.0',
      developer: { name: 'Calderbrook "Learning" Council' },
      bots: [{ botId: SETTINGS.TEAMS_APP_ID, scopes: ['personal', 'team', 'groupChat'] }],
    });
    const id = '22222222-2222-4222-8222-222222222222';
    expect(JSON.parse(made({ ...SETTINGS, TEAMS_MANIFEST_ID: id }).manifest)).toMatchObject({
      id,
      bots: [{ botId: SETTINGS.TEAMS_APP_ID }],
    });
  });

  it('stays within the lengths Teams shows', () => {
    const { name, description, bots } = JSON.parse(made().manifest);
    expect(name.short.length).toBeLessThanOrEqual(30);
    expect(name.full.length).toBeLessThanOrEqual(100);
    expect(description.short.length).toBeLessThanOrEqual(80);
    const lists: { commands: { title: string; description: string; type: string; prompt?: string }[] }[] =
      bots[0].commandLists;
    expect(lists.length).toBeLessThanOrEqual(3);
    for (const { commands } of lists) {
      expect(commands.length).toBeLessThanOrEqual(10);
      for (const command of commands) {
        expect(command.title.length).toBeLessThanOrEqual(32);
        expect(command.description.length).toBeLessThanOrEqual(128);
        expect(command.type === 'prompt').toBe(command.prompt !== undefined);
      }
    }
  });

  it('asks for nobody’s messages but those written to the bot', () => {
    const manifest = JSON.parse(made().manifest);
    expect(manifest).not.toHaveProperty('authorization');
    expect(manifest).not.toHaveProperty('webApplicationInfo');
  });

  it('zips exactly the manifest and the two icons it names, the same bytes each time', () => {
    const files = unzipSync(made().zip);
    expect(Object.keys(files).sort()).toEqual(['color.png', 'manifest.json', 'outline.png']);
    expect(Buffer.from(files['manifest.json'] ?? []).toString()).toBe(made().manifest);
    expect(Buffer.compare(made().zip, made().zip)).toBe(0);
  });

  it('says which settings are missing or wrong, by name', () => {
    expect(problems({})).toEqual(["TEAMS_APP_ID is not set: it is the bot's application (client) id."]);
    expect(problems({ ...SETTINGS, TEAMS_APP_ID: 'my-bot' })).toEqual([
      expect.stringMatching(/^TEAMS_APP_ID is not right: it must be an id like/),
    ]);
    expect(problems({ ...SETTINGS, TEAMS_PRIVACY_URL: 'http://calderbrook.example' })).toEqual([
      'TEAMS_PRIVACY_URL is not right: it must start with https://.',
    ]);
    expect(problems({ ...SETTINGS, TEAMS_ORGANISATION: 'x'.repeat(33) })).toEqual([
      'TEAMS_ORGANISATION is not right: it must be at most 32 characters.',
    ]);
    const unknown = '$'.concat('{{TEAMS_COLOUR}}');
    expect(problems(SETTINGS, { ...PARTS, template: unknown })).toEqual([
      `The manifest asks for ${unknown}, which is no setting.`,
    ]);
  });

  it('names every stand-in it used', () => {
    expect(made({ TEAMS_APP_ID: SETTINGS.TEAMS_APP_ID }).standIns.map((note) => note.split(' ')[0])).toEqual([
      'TEAMS_ORGANISATION',
      'TEAMS_WEBSITE_URL',
      'TEAMS_PRIVACY_URL',
      'TEAMS_TERMS_URL',
    ]);
    expect(made().standIns).toEqual([]);
  });

  it('is made by the command, which ends with an error when it is not', () => {
    const script = fileURLToPath(new URL('../../scripts/manifest-teams.ts', import.meta.url));
    const run = (env: Readonly<Record<string, string>>) =>
      execFileSync(process.execPath, [script], { env, stdio: 'pipe' }).toString();
    expect(run(SETTINGS)).toMatch(/^Made .*partnership-bot-teams\.zip/);
    expect(() => run({})).toThrow(/TEAMS_APP_ID is not set/);
  });
});

describe('the icons', () => {
  const size = (png: Buffer) => [png.subarray(12, 16).toString(), png.readUInt32BE(16), png.readUInt32BE(20)];

  it('are of the sizes Teams asks for', () => {
    expect(size(PARTS.color)).toEqual(['IHDR', 192, 192]);
    expect(size(PARTS.outline)).toEqual(['IHDR', 32, 32]);
  });

  it('are those the script draws', () => {
    expect(pixels(drawIcons().color).equals(pixels(PARTS.color))).toBe(true);
    expect(pixels(drawIcons().outline).equals(pixels(PARTS.outline))).toBe(true);
  });

  it('fill the square with colour, and draw the outline in white on nothing', () => {
    expect(colours(PARTS.color, 192).every(([, , , opacity]) => opacity === 255)).toBe(true);
    const outline = colours(PARTS.outline, 32);
    expect(outline.every(([red, green, blue]) => red === 255 && green === 255 && blue === 255)).toBe(true);
    expect(outline.some(([, , , opacity]) => opacity === 255)).toBe(true);
    expect(outline[0]?.[3]).toBe(0);
  });
});

/** The picture itself, without the packing, which may differ from one zlib to the next. */
function pixels(png: Buffer): Buffer {
  const start = png.indexOf('IDAT');
  return inflateSync(png.subarray(start + 4, start + 4 + png.readUInt32BE(start - 4)));
}

function colours(png: Buffer, side: number): number[][] {
  const rows = pixels(png);
  const width = 1 + side * 4;
  return Array.from({ length: side * side }, (_, index) => {
    const at = Math.floor(index / side) * width + 1 + (index % side) * 4;
    return [...rows.subarray(at, at + 4)];
  });
}
