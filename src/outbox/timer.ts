/** Runs something once, `ms` from now, unless the returned function is called first. */
export type Timer = (run: () => void, ms: number) => () => void;

export const realTimer: Timer = (run, ms) => {
  const handle = setTimeout(run, ms);
  return () => clearTimeout(handle);
};

export function sleep(timer: Timer, ms: number): Promise<void> {
  return new Promise((wake) => {
    timer(wake, ms);
  });
}
