import { createServer } from 'node:http';
import { type CryptoKey, exportJWK, exportSPKI, generateKeyPair, SignJWT } from 'jose';
import { portOf } from './port.ts';
import type { StubConnector } from './stub-connector.ts';

export const APP_ID = '11111111-1111-4111-8111-111111111111';
export const TENANT = '00000000-0000-4000-8000-0000000000aa';
export const ISSUER = 'https://issuer.example';

export interface TokenWish {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, unknown>>;
  readonly key?: CryptoKey | Uint8Array;
}

/** An issuer of tokens on this machine, as the Bot Framework is one on the internet. */
export interface Issuer {
  /** The settings of a bot that believes this issuer. */
  config(connector: StubConnector): object;
  /** A header that would be believed, but for what a test asks to be different. Seconds since 1970. */
  bearer(serviceUrl: string, nowSeconds: number, wish?: TokenWish): Promise<string>;
  readonly publicKeyPem: string;
  readonly otherKey: CryptoKey;
  close(): void;
}

export async function startIssuer(): Promise<Issuer> {
  const [own, unendorsed, other] = await Promise.all(
    Array.from({ length: 3 }, () => generateKeyPair('RS256', { extractable: true })),
  );
  if (!own || !unendorsed || !other) throw new Error('no keys');
  const keys = [
    { ...(await exportJWK(own.publicKey)), kid: 'own', use: 'sig', endorsements: ['msteams'] },
    { ...(await exportJWK(own.publicKey)), kid: 'unendorsed', use: 'sig', endorsements: ['webchat'] },
  ];
  const server = createServer((request, response) => {
    const host = `http://${request.headers.host}`;
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(request.url === '/keys' ? { keys } : { issuer: ISSUER, jwks_uri: `${host}/keys` }));
  });
  const metadataUrl = `http://127.0.0.1:${await portOf(server)}/openid`;
  return {
    config: (connector) => ({
      mode: 'teams',
      appId: APP_ID,
      password: 'not-a-real-secret',
      tenantId: TENANT,
      allowedServiceUrls: [connector.serviceUrl],
      openId: { metadataUrl, issuer: ISSUER },
    }),
    bearer: async (serviceUrl, nowSeconds, { claims = {}, header = {}, key = own.privateKey } = {}) => {
      const token = new SignJWT({
        iss: ISSUER,
        aud: APP_ID,
        serviceurl: serviceUrl,
        nbf: nowSeconds - 60,
        iat: nowSeconds - 60,
        exp: nowSeconds + 3_600,
        ...claims,
      }).setProtectedHeader({ alg: 'RS256', kid: 'own', typ: 'JWT', ...header });
      return `Bearer ${await token.sign(key)}`;
    },
    publicKeyPem: await exportSPKI(own.publicKey),
    otherKey: other.privateKey,
    close: () => server.close(),
  };
}
