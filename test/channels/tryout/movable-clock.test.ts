import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { createMovableClock } from '../../../src/channels/tryout/movable-clock.ts';

function ticking() {
  let real = Temporal.Instant.from('2026-11-23T09:30:00Z');
  const clock = createMovableClock({ now: () => real });
  return { clock, pass: (minutes: number) => (real = real.add({ minutes })) };
}

describe('the movable clock', () => {
  it('tells the real time until it is moved', () => {
    const { clock, pass } = ticking();
    pass(5);
    expect(clock.now().toString()).toBe('2026-11-23T09:35:00Z');
    expect(clock.moved).toBe(false);
  });

  it('ticks on from where it was put, also when that is in the past', () => {
    const { clock, pass } = ticking();
    clock.moveTo(Temporal.Instant.from('2026-09-01T08:00:00Z'));
    pass(90);
    expect(clock.now().toString()).toBe('2026-09-01T09:30:00Z');
    expect(clock.moved).toBe(true);
  });

  it('goes back to the real time, with what has passed meanwhile', () => {
    const { clock, pass } = ticking();
    clock.moveTo(Temporal.Instant.from('2027-04-12T08:00:00Z'));
    pass(10);
    clock.backToReal();
    expect(clock.now().toString()).toBe('2026-11-23T09:40:00Z');
    expect(clock.moved).toBe(false);
  });

  it('tells whoever asked to know after every move, and no more once they stop listening', () => {
    const { clock } = ticking();
    const told: string[] = [];
    const stop = clock.onMove((now) => told.push(now.toString()));
    clock.moveTo(Temporal.Instant.from('2027-01-05T08:00:00Z'));
    clock.backToReal();
    stop();
    clock.moveTo(Temporal.Instant.from('2028-01-05T08:00:00Z'));
    expect(told).toEqual(['2027-01-05T08:00:00Z', '2026-11-23T09:30:00Z']);
  });
});
