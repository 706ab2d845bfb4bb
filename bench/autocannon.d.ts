/** The part of autocannon our benchmarks use; the package brings no types of its own. */
declare module 'autocannon' {
  interface Load {
    readonly url: string;
    readonly method: 'GET' | 'POST';
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: string;
    /** How many requests in all. */
    readonly amount: number;
    readonly connections: number;
  }
  interface Result {
    readonly requests: { readonly average: number };
    /** Milliseconds. */
    readonly latency: { readonly p50: number; readonly p99: number };
    readonly non2xx: number;
    readonly errors: number;
    readonly duration: number;
  }
  export default function autocannon(load: Load): Promise<Result>;
}
