/** `env.NAME` in templates: the step's environment, without what must never be part of a name that many can read. */

/** Words of names that hold secrets, wherever they stand: `PGPASSWORD`, `NPM_CONFIG__AUTHTOKEN`, `CLIENTSECRET`. */
const secretParts = [
  'SECRET',
  'PASSW(?:OR)?D',
  'PASSPHRASE',
  'PASSCODE',
  'USERPASS',
  'CREDENTIAL',
  'TOKEN(?!I[SZ])',
  'APIKEY',
  'PRIVATEKEY',
];

const stores =
  'DATABASE|DB|MONGO(?:DB)?|MYSQL|MARIADB|POSTGRES(?:QL)?|PG|REDIS|AMQP|RABBITMQ|CLOUDAMQP|BROKER|JDBC|SMTP|' +
  'CLOUDINARY|ELASTICSEARCH|LDAP';

/** Words of names that hold secrets, between underscores: `GH_PAT`, `DOCKER_AUTH_CONFIG`, `DATABASE_URL`, `SENTRY_DSN`. */
const secretWords = [
  ...['AUTH', 'AUTHORIZATION', 'AUTHENTICATION', 'BEARER', 'COOKIES?', 'HEADERS?', 'SESSION', 'SIGNATURE'],
  ...['PASS', 'ASKPASS', 'SSHPASS', 'DBPASS', 'PGPASS', 'PAT', 'PIN', 'OTP', 'JWT', 'SAS', 'NETRC'],
  ...['CREDS?', 'KEYSTORE', 'PFX', 'P12', 'MNEMONIC'],
  '(?<!(?:CACHE|KMS|PUBLIC)_)KEYS?',
  // Addresses that may hold a password.
  ...['(?:HTTPS?|ALL|FTP)?PROXY', 'DSN', 'WEBHOOKS?', 'CONN(?:ECTION)?_?STR(?:ING)?'],
  `(?:${stores})(?:_[A-Z]+)*_UR[IL]`,
];

const secretName = new RegExp(
  `${secretParts.join('|')}|(?:^|_)(?:${secretWords.join('|')})(?:_|$)|_PWD$`,
  'i',
);

/** Whether templates cannot read a variable of this name because it may hold a secret. */
export function mayHoldSecret(name: string): boolean {
  return secretName.test(name.replaceAll('-', '_'));
}

/**
 * Values that hold secrets under whatever name:
 * - an address with a password, `https://user:password@example.com`;
 * - a setting of a connection, `jdbc:…?user=u&password=p`, `Server=…;Pwd=…`, `AccountKey=…`;
 * - tokens with well-known beginnings: of GitHub, GitLab, npm, PyPI, Slack, Stripe, Hugging Face and AWS, JSON Web Tokens;
 * - private keys in PEM.
 */
const secretValue = new RegExp(
  [
    String.raw`:\/\/[^\s/?#@:]{0,200}:\S{0,200}@`,
    // A token in place of the user's name.
    String.raw`:\/\/[\w.~%-]{20,200}@(?!sha\d)`,
    String.raw`(?:\b|_)(?:password|passwd|pwd|secret|token|api_?key|accountkey|sharedaccesskey|sig(?:nature)?)=[^\s&;]`,
    String.raw`\b(?:gh[oprsu]_|github_pat_|glpat-|npm_|xox[abeoprs]-|sk_live_|hf_|pypi-)\w{10}`,
    String.raw`\bhooks\.slack\.com\/services\/\w`,
    String.raw`\b(?:AKIA|ASIA)[A-Z0-9]{16}\b`,
    String.raw`\beyJ[\w-]{8,}\.eyJ`,
    '-----BEGIN [A-Z ]*PRIVATE KEY',
  ].join('|'),
  'i',
);

/** Whether a value looks like one that holds a secret. */
export function looksSecret(value: string): boolean {
  return secretValue.test(value);
}

/** What is wrong with using a variable whose name is refused. */
export function nameRefusal(name: string): string {
  return `\`env.${name}\` is not available, because a variable of this name may hold a secret${becausePublic}`;
}

/** What is wrong with using a variable whose value is refused. The value is not shown. */
export function valueRefusal(name: string): string {
  return `\`env.${name}\` is not available, because its value looks like a password or a key${becausePublic}`;
}

const becausePublic =
  ', and many people can read names, descriptions and tags; if it holds no secret, pass what you need in another variable';

/**
 * The environment that templates can read. Empty variables are left out, because GitHub Actions sets an empty variable
 * for an expression without a value.
 */
export function environmentVariables(environment: NodeJS.ProcessEnv): Readonly<Record<string, string>> {
  const visible = Object.entries(environment).flatMap(([name, value]) =>
    value && !mayHoldSecret(name) ? [[name, value] as const] : [],
  );
  return Object.fromEntries(visible);
}

/** What the runner sets anew for each attempt of a run, or for each machine that an attempt runs on. */
const attemptVariables = [
  'GITHUB_RUN_ATTEMPT',
  'GITHUB_TRIGGERING_ACTOR',
  'GITHUB_ENV',
  'GITHUB_OUTPUT',
  'GITHUB_PATH',
  'GITHUB_STATE',
  'GITHUB_STEP_SUMMARY',
  'RUNNER_NAME',
  'RUNNER_TRACKING_ID',
  'HOSTNAME',
  'ImageVersion',
];

/** The environment with the attempt in place of everything that differs between the attempts of one workflow run. */
export function withAttempt(environment: NodeJS.ProcessEnv, attempt: string): NodeJS.ProcessEnv {
  const changed = { ...environment };
  for (const name of attemptVariables) if (changed[name]) changed[name] = attempt;
  return changed;
}
