import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { typingAfter } from '../../../src/channels/teams/typing.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('typing shows once 400 ms have gone by without an answer, and once only', async () => {
  const show = vi.fn(async () => undefined);
  typingAfter(show);
  await vi.advanceTimersByTimeAsync(399);
  expect(show).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(show).toHaveBeenCalledTimes(1);
});

it('typing never shows after the answer', async () => {
  const show = vi.fn(async () => undefined);
  const stop = typingAfter(show);
  await vi.advanceTimersByTimeAsync(399);
  stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(show).not.toHaveBeenCalled();
});
