/** `env.NAME` in templates: the step's environment, without what must never be part of a public name. */

/**
 * Parts of names of variables that hold secrets, here and in the tools around: AWS_SECRET_ACCESS_KEY,
 * AWS_SESSION_TOKEN, ACTIONS_RUNTIME_TOKEN, ACTIONS_ID_TOKEN_REQUEST_TOKEN, GITHUB_TOKEN, GH_PAT, DB_PASSWORD, …
 */
const secretWords = [
  'TOKEN',
  'SECRETS?',
  'PASS(?:WORD|WD|PHRASE)?',
  'CREDENTIALS?',
  'AUTHORIZATION',
  'PAT',
  'JWT',
  'COOKIE',
  'CONNECTION_STRING',
  '(?:ACCESS|API|DEPLOY|ENCRYPTION|GPG|PRIVATE|SIGNING|SSH)_?KEY',
];
const secretName = new RegExp(`(?:^|_)(?:${secretWords.join('|')})(?:_|$)|_PWD$`, 'i');

/** Whether a variable of this name is kept out of templates because it may hold a secret. */
export function mayHoldSecret(name: string): boolean {
  return secretName.test(name.replaceAll('-', '_'));
}

/** What is said of a variable that is kept out. */
export function secretRefusal(name: string): string {
  return (
    `\`env.${name}\` is not available, because a variable of this name may hold a secret, and names, descriptions and tags ` +
    'can be read by many; if it holds none, pass its value under another name'
  );
}

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
