import type { CosmosClientOptions } from '@azure/cosmos';
import { CosmosClient } from '@azure/cosmos';
import type { TokenCredential } from '@azure/identity';
import { DefaultAzureCredential } from '@azure/identity';

export interface CosmosConnection {
  /** Like `https://<account>.documents.azure.com:443/`. */
  readonly endpoint: string;
  /** The account's key. Left out, the bot signs in as itself (AAD). */
  readonly key?: string | undefined;
  /** Who to sign in as without a key; `DefaultAzureCredential` unless told. */
  readonly credential?: TokenCredential | undefined;
  /** Handed to the SDK over ours: a proxy's `agent`, a test's `httpClient`. */
  readonly clientOptions?: CosmosClientOptions | undefined;
}

/**
 * A client that leaves every retry but 429's to us. With endpoint discovery on, the SDK sends a write again by itself after a
 * broken connection (120 times, a second apart) and retries a read that timed out 120 times without a pause; the account's
 * own address already follows its write region.
 */
export function connectCosmos({ endpoint, key, credential, clientOptions }: CosmosConnection): CosmosClient {
  const signIn = key === undefined ? { aadCredentials: credential ?? new DefaultAzureCredential() } : { key };
  return new CosmosClient({
    endpoint,
    ...signIn,
    ...clientOptions,
    connectionPolicy: {
      requestTimeout: 5_000,
      enableEndpointDiscovery: false,
      enableBackgroundEndpointRefreshing: false,
      enablePartitionLevelFailover: false,
      retryOptions: { maxRetryAttemptCount: 9, maxWaitTimeInSeconds: 8 },
      ...clientOptions?.connectionPolicy,
    },
  });
}
