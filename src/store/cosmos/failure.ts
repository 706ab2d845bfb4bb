import { StoreLimitError, StoreUnavailableError } from '../../core/store.ts';

/**
 * What an error of the SDK says about the request:
 * `too-busy` it was turned away, and may be sent again; `lost` nobody knows whether it was carried out;
 * `refused` it was turned away for good; `too-large` likewise, for its size; `fault` the request itself is wrong.
 */
export type Failure = 'too-busy' | 'lost' | 'refused' | 'too-large' | 'fault';

const byCode: Readonly<Record<string, Failure>> = {
  400: 'fault',
  401: 'refused',
  403: 'refused',
  404: 'refused',
  413: 'too-large',
  449: 'too-busy',
  // The SDK has been patient with this one already.
  429: 'refused',
  // These happen before anything is sent: no such host, nobody listening, no sign-in.
  ENOTFOUND: 'refused',
  EAI_AGAIN: 'refused',
  ECONNREFUSED: 'refused',
  CredentialUnavailableError: 'refused',
  AuthenticationError: 'refused',
  AggregateAuthenticationError: 'refused',
  AuthenticationRequiredError: 'refused',
};

/** Everything not known to be harmless (408, 410, 500, 503, time-outs, a broken connection) is `lost`. */
export function classify(error: unknown): Failure {
  return byCode[String(codeOf(error))] ?? 'lost';
}

/** The status or system code, which a failed batch keeps only in its cause; else the error's name. */
export function codeOf(error: unknown): number | string {
  if (!(error instanceof Error)) return 'unknown';
  if ('code' in error && (typeof error.code === 'number' || typeof error.code === 'string')) return error.code;
  return error.cause instanceof Error ? codeOf(error.cause) : error.name;
}

const explanations: Readonly<Record<string, string>> = {
  401: 'The database refused our sign-in.',
  403: 'The database refused our sign-in, or is not open to this network.',
  404: 'The database has no such container: set it up first.',
  429: 'The database has more work than it is sized for.',
};

/** The port's error for a failure of the SDK. */
export function asUnavailable(error: unknown, mayHaveCommitted: boolean): Error {
  const failure = classify(error);
  const code = codeOf(error);
  if (failure === 'too-large') return new StoreLimitError('The database finds this commit too large.');
  if (failure === 'fault') return new Error('The database could not read our request.', { cause: error });
  const reason = explanations[String(code)] ?? `The database could not be reached or did not answer (${code}).`;
  return new StoreUnavailableError(reason, { mayHaveCommitted, cause: error });
}
