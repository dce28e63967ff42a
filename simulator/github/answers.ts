import type { WireMessage } from '../wire/answer.ts';

/** A refusal of GitHub's REST API. */
export class GitHubError extends Error {
  override readonly name = 'GitHubError';
  readonly status: number;
  readonly details: object;

  constructor(status: number, message: string, details: object = {}) {
    super(message);
    this.status = status;
    this.details = details;
  }
}

/** Body and message in actions/create-github-app-token#258 (GET /user) and Bashamega/WebDevTools#163 (a comment). */
export const notAccessible = () => new GitHubError(403, 'Resource not accessible by integration');

/** GitHub docs, "Troubleshooting the REST API". */
export const badCredentials = () => new GitHubError(401, 'Bad credentials');
export const requiresAuthentication = () => new GitHubError(401, 'Requires authentication');
export const notFound = () => new GitHubError(404, 'Not Found');
export const problemsParsingJson = () => new GitHubError(400, 'Problems parsing JSON');

/** Body in easybuilders/easybuild-easyconfigs#24647. */
export const bodyTooLong = () =>
  new GitHubError(422, 'Validation Failed', {
    errors: [
      {
        resource: 'IssueComment',
        code: 'unprocessable',
        field: 'data',
        message: 'Body is too long (maximum is 65536 characters)',
      },
    ],
  });

/** GitHub docs, "Troubleshooting the REST API", "Validation Failed": `missing_field`. */
export const bodyMissing = () =>
  new GitHubError(422, 'Validation Failed', {
    errors: [{ resource: 'IssueComment', code: 'missing_field', field: 'body' }],
  });

export function errorMessage({ status, message, details }: GitHubError): WireMessage {
  return jsonAnswer(status, {
    message,
    ...details,
    documentation_url: 'https://docs.github.com/rest',
    status: String(status),
  });
}

export function jsonAnswer(
  status: number,
  content: unknown,
  headers: Readonly<Record<string, string>> = {},
): WireMessage {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(content),
  };
}
