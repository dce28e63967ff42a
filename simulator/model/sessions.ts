import type { IdGenerator } from './ids.ts';

/** Temporary credentials of a role. */
export interface Session {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken: string;
  accountId: string;
  roleName: string;
  sessionName: string;
  /** Milliseconds since the epoch. */
  expiresAt: number;
}

/** All that STS has handed out. */
export class Sessions {
  readonly #ids: IdGenerator;
  readonly #sessions = new Map<string, Session>();

  constructor(ids: IdGenerator) {
    this.#ids = ids;
  }

  /** @param expiresAt milliseconds since the epoch; STS tells whole seconds */
  open(role: { accountId: string; roleName: string; sessionName: string }, expiresAt: number): Session {
    const session = {
      // Access keys of temporary credentials begin with ASIA: "Unique identifiers" in the IAM user guide.
      accessKeyId: `ASIA${this.#ids.hex(16).toUpperCase()}`,
      secretAccessKey: this.#ids.hex(40),
      sessionToken: `simulated-session-token-${this.#ids.hex(64)}`,
      ...role,
      expiresAt: Math.floor(expiresAt / 1000) * 1000,
    };
    this.#sessions.set(session.accessKeyId, session);
    return session;
  }

  /** Of an access key that was not handed out here there is none. */
  of(accessKeyId: string): Session | undefined {
    return this.#sessions.get(accessKeyId);
  }
}
