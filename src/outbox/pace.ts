import type { Clock } from '../core/clock.ts';

/** At most `count` sends in any stretch of `perMs`. */
export interface Limit {
  readonly count: number;
  readonly perMs: number;
}

export interface PlatformLimits {
  readonly conversation: readonly Limit[];
  readonly platform: readonly Limit[];
}

/**
 * Whether a send may go now. `platform`: everyone waits, and not for long. `person`: others may go first. `paused`: the
 * platform asked for quiet.
 */
export type MayGo =
  | { readonly go: true; readonly at: number }
  | { readonly go: false; readonly waitMs: number; readonly because: 'platform' | 'person' | 'paused' };

export interface Pace<Platform extends string> {
  look(platform: Platform, person: string): MayGo;
  /** `look`, and when it may go, counts the send. */
  take(platform: Platform, person: string): MayGo;
  /** Uncounts a send taken at that moment, which did not happen after all. */
  giveBack(platform: Platform, person: string, at: number): void;
  /**
   * Moves a send taken at that moment to now, when it is really made. Gives back 0, or the ms to wait before it fits: a
   * quiet asked for since does not count.
   */
  use(platform: Platform, person: string, at: number): number;
  /** The platform asked for quiet. */
  pause(platform: Platform, ms: number): void;
  isPaused(platform: Platform): boolean;
  /** Drops what no limit can still depend on. */
  forget(): void;
}

/**
 * Remembers when sends were made and compares with every limit. Exact on purpose: a bucket of 7 that refills at 7 a
 * second lets 14 out within one second, and the platform counts them.
 */
export function createPace<Platform extends string>(
  limits: Record<Platform, PlatformLimits>,
  clock: Clock,
): Pace<Platform> {
  const logs = new Map<string, number[]>();
  const pauses = new Map<Platform, { readonly from: number; readonly until: number }>();
  const longest = Math.max(
    ...Object.values<PlatformLimits>(limits).flatMap((each) =>
      [...each.conversation, ...each.platform].map((l) => l.perMs),
    ),
  );

  function pausedFor(platform: Platform, now: number): number {
    const pause = pauses.get(platform);
    return pause !== undefined && pause.from <= now ? pause.until - now : 0;
  }

  function look(platform: Platform, person: string): MayGo {
    const now = clock.now().epochMilliseconds;
    const paused = pausedFor(platform, now);
    if (paused > 0) return { go: false, waitMs: paused, because: 'paused' };
    const ofPerson = waitFor(logs.get(`${platform} ${person}`), limits[platform].conversation, now);
    if (ofPerson > 0) return { go: false, waitMs: ofPerson, because: 'person' };
    const ofPlatform = waitFor(logs.get(platform), limits[platform].platform, now);
    if (ofPlatform > 0) return { go: false, waitMs: ofPlatform, because: 'platform' };
    return { go: true, at: now };
  }

  function record(key: string, bounds: readonly Limit[], now: number): void {
    const log = logs.get(key) ?? [];
    logs.set(key, log);
    // The clock was put back (the try-out can): what lies ahead of it says nothing about the present.
    if ((log.at(-1) ?? now) > now) log.length = 0;
    log.push(now);
    const most = Math.max(0, ...bounds.map((limit) => limit.count));
    if (log.length > most * 2) log.splice(0, log.length - most);
  }

  return {
    look,
    take(platform, person) {
      const answer = look(platform, person);
      if (!answer.go) return answer;
      record(`${platform} ${person}`, limits[platform].conversation, answer.at);
      record(platform, limits[platform].platform, answer.at);
      return answer;
    },
    giveBack(platform, person, at) {
      for (const key of [`${platform} ${person}`, platform]) logs.set(key, without(logs.get(key) ?? [], at));
    },
    use(platform, person, at) {
      const now = clock.now().epochMilliseconds;
      const places = [
        { key: `${platform} ${person}`, bounds: limits[platform].conversation },
        { key: platform, bounds: limits[platform].platform },
      ].map((place) => ({ ...place, others: without(logs.get(place.key) ?? [], at) }));
      const waitMs = Math.max(...places.map(({ others, bounds }) => waitFor(others, bounds, now)));
      if (waitMs > 0) return waitMs;
      for (const { key, bounds, others } of places) {
        logs.set(key, others);
        record(key, bounds, now);
      }
      return 0;
    },
    pause(platform, ms) {
      const from = clock.now().epochMilliseconds;
      pauses.set(platform, { from, until: Math.max(from + ms, pauses.get(platform)?.until ?? 0) });
    },
    isPaused: (platform) => pausedFor(platform, clock.now().epochMilliseconds) > 0,
    forget() {
      const now = clock.now().epochMilliseconds;
      for (const [key, log] of logs) if (Math.abs(now - (log.at(-1) ?? 0)) > longest) logs.delete(key);
    },
  };
}

function without(log: readonly number[], at: number): number[] {
  const place = log.lastIndexOf(at);
  return place < 0 ? [...log] : log.toSpliced(place, 1);
}

function waitFor(log: readonly number[] | undefined, bounds: readonly Limit[], now: number): number {
  if (log === undefined || (log.at(-1) ?? now) > now) return 0;
  let wait = 0;
  for (const { count, perMs } of bounds) {
    const earliest = log[log.length - count];
    if (earliest !== undefined) wait = Math.max(wait, earliest + perMs - now);
  }
  return wait;
}
