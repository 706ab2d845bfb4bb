import { zipSync } from 'fflate';
import { z } from 'zod';

type Env = Readonly<Record<string, string | undefined>>;

const HttpsUrl = z.string().max(2_048).startsWith('https://', 'must start with https://').and(z.url());
const Guid = z.guid('must be an id like 11111111-1111-4111-8111-111111111111');

/** What the package is filled in with. Those with a stand-in may be left out for a trial, and are then named. */
const FIELDS = {
  TEAMS_APP_ID: { shape: Guid, what: "the bot's application (client) id" },
  TEAMS_MANIFEST_ID: { shape: Guid, what: "the Teams app's own id", sameAs: 'TEAMS_APP_ID' },
  TEAMS_ORGANISATION: { shape: z.string().max(32, 'must be at most 32 characters'), standIn: 'Calderbrook Council' },
  TEAMS_WEBSITE_URL: { shape: HttpsUrl, standIn: 'https://calderbrook.example/partnership' },
  TEAMS_PRIVACY_URL: { shape: HttpsUrl, standIn: 'https://calderbrook.example/privacy' },
  TEAMS_TERMS_URL: { shape: HttpsUrl, standIn: 'https://calderbrook.example/terms' },
} as const satisfies Record<string, { shape: z.ZodType<string>; what?: string; sameAs?: string; standIn?: string }>;

export interface PackageParts {
  /** manifest.json as it is kept, with `${{NAME}}` where a setting goes. */
  readonly template: string;
  readonly version: string;
  readonly color: Uint8Array;
  readonly outline: Uint8Array;
}

export type Packaged =
  | { readonly zip: Uint8Array; readonly manifest: string; readonly standIns: readonly string[] }
  | { readonly problems: readonly string[] };

/** The zip Teams takes: the manifest filled in, and its two icons. The same settings give the same bytes. */
export function packageForTeams(env: Env, parts: PackageParts): Packaged {
  const values = new Map<string, string>([['VERSION', parts.version]]);
  const problems: string[] = [];
  const standIns: string[] = [];
  for (const [name, field] of Object.entries(FIELDS)) {
    const given = env[name]?.trim();
    const value = given || ('sameAs' in field ? values.get(field.sameAs) : undefined);
    if (value !== undefined) {
      const parsed = field.shape.safeParse(value);
      if (parsed.success) values.set(name, parsed.data);
      else if (given) problems.push(`${name} is not right: it ${parsed.error.issues[0]?.message ?? 'cannot be read'}.`);
    } else if ('standIn' in field) {
      values.set(name, field.standIn);
      standIns.push(
        `${name} is not set: "${field.standIn}" stands in for it. Set it before anybody else uses the package.`,
      );
    } else if (!('sameAs' in field)) {
      problems.push(`${name} is not set: it is ${field.what}.`);
    }
  }
  if (problems.length > 0) return { problems };
  const manifest = parts.template.replaceAll(/\$\{\{(\w+)\}\}/g, (whole, name) => {
    const value = values.get(name);
    return value === undefined ? whole : JSON.stringify(value).slice(1, -1);
  });
  const [left] = /\$\{\{\w+\}\}/.exec(manifest) ?? [];
  if (left) return { problems: [`The manifest asks for ${left}, which is no setting.`] };
  const files = { 'manifest.json': Buffer.from(manifest), 'color.png': parts.color, 'outline.png': parts.outline };
  return { zip: zipSync(files, { mtime: '1980-01-01' }), manifest, standIns };
}
