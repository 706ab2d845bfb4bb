import type { Installation, InstallationQuery, InstallationStore } from '@slack/bolt';
import { z } from 'zod';
import type { Ref, Store } from '../../core/store.ts';
import type { Seal } from './seal.ts';

/** The bot is not, or no longer, in that workspace. */
export class NotInstalled extends Error {
  override readonly name = 'NotInstalled';
}

/** Bolt's installer passes it on inside an error of its own. */
export function isNotInstalled(error: unknown): boolean {
  if (error instanceof NotInstalled) return true;
  const { original } = error instanceof Error ? (error as Error & { original?: unknown }) : {};
  return original instanceof NotInstalled;
}

/** A workspace that nobody allowed tried to install the bot. */
export class TeamNotAllowed extends Error {
  override readonly name = 'TeamNotAllowed';
}

/** The installation as Slack gave it, tokens and all, is locked: a copy of the store lets nobody speak as the bot. */
const Kept = z.strictObject({ v: z.literal(1), team: z.string(), locked: z.string() });

/** Installations in the store, one document for each workspace or organisation. */
export function storeInstallations(parts: {
  readonly store: Store;
  readonly seal: Seal;
  readonly allowedTeams: readonly string[];
}): Required<InstallationStore> {
  const { store, seal, allowedTeams } = parts;
  return {
    async storeInstallation(installation) {
      const team = teamOf(installation);
      if (team === undefined || !allowedTeams.includes(team)) throw new TeamNotAllowed(team ?? 'unknown');
      await store.commit([
        {
          kind: 'put',
          ref: installationRef(team),
          type: 'slack-installation',
          body: Kept.parse({ v: 1, team, locked: seal.lock(JSON.stringify(installation)) }),
          guard: 'any',
        },
      ]);
    },
    async fetchInstallation(query) {
      for (const team of namesIn(query)) {
        const found = allowedTeams.includes(team) ? await store.get(installationRef(team)) : undefined;
        if (found) return JSON.parse(seal.open(Kept.parse(found.body).locked));
      }
      throw new NotInstalled(namesIn(query).join(', '));
    },
    async deleteInstallation(query) {
      for (const team of namesIn(query)) {
        await store.commit([{ kind: 'delete', ref: installationRef(team), guard: 'any' }]);
      }
    },
  };
}

function installationRef(team: string): Ref {
  return { partition: `slack-installation:${team}`, id: 'installation' };
}

/** An organisation's installation goes by the organisation's id. */
export function teamOf(installation: Installation<'v1' | 'v2', boolean>): string | undefined {
  return installation.isEnterpriseInstall ? installation.enterprise?.id : installation.team?.id;
}

function namesIn({ teamId, enterpriseId, isEnterpriseInstall }: InstallationQuery<boolean>): string[] {
  const names = isEnterpriseInstall ? [enterpriseId] : [teamId, enterpriseId];
  return names.filter((name) => name !== undefined);
}
