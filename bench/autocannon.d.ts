/** The part of autocannon our benchmarks use; the package brings no types of its own. */
declare module 'autocannon' {
  interface One {
    readonly method?: 'GET' | 'POST';
    readonly path?: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: string;
    /** Called before each sending: what to send this time. */
    readonly setupRequest?: (defaults: One) => One;
  }
  interface Load extends One {
    readonly url: string;
    /** Sent in turn, over and over, in place of one request. */
    readonly requests?: readonly One[];
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
