/**
 * Makes build/partnership-bot-teams.zip, which an administrator uploads to Teams. Settings come from the environment:
 *
 *   TEAMS_APP_ID=... TEAMS_ORGANISATION="..." TEAMS_WEBSITE_URL=... TEAMS_PRIVACY_URL=... TEAMS_TERMS_URL=... \
 *     node scripts/manifest-teams.ts
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { packageForTeams } from './teams-package.ts';

const root = new URL('../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root));

const packaged = packageForTeams(process.env, {
  template: read('manifest/teams/manifest.json').toString(),
  version: JSON.parse(read('package.json').toString()).version,
  color: read('manifest/teams/color.png'),
  outline: read('manifest/teams/outline.png'),
});

if ('problems' in packaged) {
  console.error('The Teams package was not made:');
  for (const problem of packaged.problems) console.error(`- ${problem}`);
  process.exitCode = 1;
} else {
  const path = fileURLToPath(new URL('build/partnership-bot-teams.zip', root));
  mkdirSync(new URL('build/', root), { recursive: true });
  writeFileSync(path, packaged.zip);
  for (const standIn of packaged.standIns) console.warn(`Note: ${standIn}`);
  console.log(`Made ${path} (${packaged.zip.length} bytes). Upload it in the Teams admin centre, under Manage apps.`);
}
