/** An HTTP request as both transports give it. */
export interface WireRequest {
  method: string;
  /** With the query string, if any. */
  path: string;
  /** Names in lower case. */
  headers: Readonly<Record<string, string>>;
  body: string;
}

/** Who asks whom where, as the signature tells. Signatures themselves are not checked. */
export interface CredentialScope {
  accessKeyId: string;
  region: string;
  service: string;
}

/**
 * Signature Version 4: `Credential=KEY/DATE/REGION/SERVICE/aws4_request`.
 * @returns undefined for a request that is not signed
 */
export function credentialScope({ headers }: WireRequest): CredentialScope | undefined {
  const [, accessKeyId, region, service] =
    /^AWS4-HMAC-SHA256 .*?Credential=([^/]+)\/\d{8}\/([^/]+)\/([^/]+)\/aws4_request/.exec(
      headers['authorization'] ?? '',
    ) ?? [];
  if (accessKeyId === undefined || region === undefined || service === undefined) return undefined;
  return { accessKeyId, region, service };
}

/** The parameters of a Query request: of a POST its form, of a GET its query string. */
export function formOf({ method, path, body }: WireRequest): Map<string, string> {
  const query = path.includes('?') ? path.slice(path.indexOf('?') + 1) : '';
  return new Map(new URLSearchParams(method === 'POST' ? body : query));
}
