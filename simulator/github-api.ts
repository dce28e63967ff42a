import type { Clock } from '../src/base/clock.ts';
import { systemClock } from '../src/base/clock.ts';
import { Calls } from './calls.ts';
import { sparesWork, strike } from './fault-effects.ts';
import { type Fault, FaultScript } from './faults.ts';
import * as answers from './github/answers.ts';
import type { Asked } from './github/asked.ts';
import {
  actionsBot,
  type GitHubToken,
  type IssueComment,
  type PullRequest,
  type Repository,
} from './github/model.ts';
import { type Operation, operations } from './github/operations.ts';
import type { TimedAnswer, WireMessage } from './wire/answer.ts';
import type { WireRequest } from './wire/request.ts';

/**
 * GitHub's REST API as far as pull requests and their comments go, and `viewer { login }` of its GraphQL API. `serve`
 * (wire/server.ts) puts it behind HTTP, for GITHUB_API_URL.
 */
export class GitHubApi {
  readonly clock: Clock;
  readonly calls: Calls;
  readonly faults: FaultScript;
  /** By `owner/name`. */
  readonly repositories = new Map<string, Repository>();
  /** Who asks, by token. There are three to begin with. */
  readonly tokens = new Map<string, GitHubToken>([
    [gitHubTokens.actions, { user: actionsBot, isInstallation: true, pullRequests: 'write' }],
    [gitHubTokens.readOnly, { user: actionsBot, isInstallation: true, pullRequests: 'read' }],
    [
      gitHubTokens.personal,
      { user: { login: 'octocat', type: 'User' }, isInstallation: false, pullRequests: 'write' },
    ],
  ]);
  #lastId = 1000;

  /** @param parts the calls and the faults of a Simulator, where it is one with this GitHub */
  constructor(parts: { clock?: Clock; calls?: Calls; faults?: FaultScript } = {}) {
    this.clock = parts.clock ?? systemClock;
    this.calls = parts.calls ?? new Calls();
    this.faults = parts.faults ?? new FaultScript();
  }

  /** The repository of that name, made when first asked for. */
  repository(fullName = 'acme/web'): Repository {
    const known = this.repositories.get(fullName);
    if (known) return known;
    const repository = { id: this.#nextId(), fullName, pulls: new Map(), comments: [] };
    this.repositories.set(fullName, repository);
    return repository;
  }

  /** Puts a pull request into a repository: an open one from a branch of the same repository, unless told otherwise. */
  seedPull(seed: Partial<PullRequest> & { number: number; repository?: string }): PullRequest {
    const { repository: fullName, ...rest } = seed;
    const repository = this.repository(fullName);
    const createdAt = this.clock.now() - 86_400_000;
    const closedAt = seed.state === 'closed' ? this.clock.now() - 3_600_000 : null;
    const pull: PullRequest = {
      title: `Change ${seed.number}`,
      state: 'open',
      author: { login: 'octocat', type: 'User' },
      headRef: `change-${seed.number}`,
      headSha: seed.number.toString(16).padStart(40, '0'),
      headRepository: repository.fullName,
      baseRef: 'main',
      createdAt,
      closedAt,
      mergedAt: null,
      ...rest,
    };
    repository.pulls.set(pull.number, pull);
    return pull;
  }

  /** Puts a comment below a pull request, of a person unless told otherwise. */
  seedComment(seed: Partial<IssueComment> & { issue: number; repository?: string }): IssueComment {
    const { repository: fullName, ...rest } = seed;
    const createdAt = this.clock.now() - 3_600_000;
    const comment: IssueComment = {
      id: this.#nextId(),
      author: { login: 'octocat', type: 'User' },
      body: 'Looks good to me.',
      createdAt,
      updatedAt: createdAt,
      ...rest,
    };
    this.repository(fullName).comments.push(comment);
    return comment;
  }

  /** Answers a request. What it changes, it changes before this returns; only the answer may be late. */
  handle(request: WireRequest): TimedAnswer {
    const { operation, parameters, asked } = this.#read(request);
    const action = operation?.name ?? `${request.method} ${request.path.split('?')[0]}`;
    const target = { at: this.clock.now(), service: 'github', action, parameters, region: '', accountId: '' };
    const fault = this.faults.strike(target);
    const message = sparesWork(fault) ? undefined : this.#answer(request, operation, asked);
    const answer = strike(fault, message, protocol, '');
    this.calls.record({
      ...target,
      accessKeyId: '',
      userAgent: request.headers['user-agent'] ?? '',
      mutating: operation?.mutating ?? false,
      outcome: {
        status: 'status' in answer ? answer.status : undefined,
        code: codeOf(fault, message),
        fault: fault?.kind,
        done: message !== undefined && message.status < 300,
      },
    });
    return { answer, delayMilliseconds: fault?.kind === 'late' ? fault.seconds * 1000 : 0 };
  }

  /** What is asked for, and what of it goes into the record. */
  #read(request: WireRequest) {
    const url = new URL(request.path, 'http://github');
    const path = url.pathname.replace(serverPrefix, '');
    const operation = operations.find(
      ({ method, path: form }) => method === request.method && form.test(path),
    );
    const inPath = operation?.path.exec(path)?.groups ?? {};
    const content = contentOf(request);
    const given = { ...inPath, ...Object.fromEntries(url.searchParams), ...content };
    const asked = {
      repository: () => this.#repositoryOf(inPath),
      number: Number(inPath['number']),
      query: url.searchParams,
      content: content ?? {},
      isJson: content !== undefined,
      api: `http://${request.headers['host'] ?? 'github'}${serverPrefix.exec(url.pathname)?.[0] ?? ''}`,
    };
    const parameters = Object.entries(given)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]);
    return { operation, parameters: Object.fromEntries(parameters) as Record<string, string>, asked };
  }

  #answer(
    request: WireRequest,
    operation: Operation | undefined,
    { isJson, ...asked }: Omit<Asked, 'token' | 'now' | 'nextId'> & { isJson: boolean },
  ): WireMessage {
    try {
      const token = this.#requireToken(request);
      if (!operation) throw answers.notFound();
      if (!isJson) throw answers.problemsParsingJson();
      // A public repository may be read with any token; this one is private.
      if (token.pullRequests === 'none') throw answers.notAccessible();
      return operation.answer({ ...asked, token, now: this.clock.now(), nextId: () => this.#nextId() });
    } catch (error) {
      if (!(error instanceof answers.GitHubError)) throw error;
      return answers.errorMessage(error);
    }
  }

  #requireToken({ headers }: WireRequest): GitHubToken {
    const [, value] = /^(?:token|bearer) (.+)$/i.exec(headers['authorization'] ?? '') ?? [];
    if (value === undefined) throw answers.requiresAuthentication();
    const token = this.tokens.get(value);
    if (!token) throw answers.badCredentials();
    return token;
  }

  #repositoryOf({ owner, repo, repositoryId }: Readonly<Record<string, string>>): Repository {
    const repository = [...this.repositories.values()].find(
      ({ id, fullName }) => String(id) === repositoryId || fullName === `${owner}/${repo}`,
    );
    if (!repository) throw answers.notFound();
    return repository;
  }

  #nextId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }
}

/** The tokens that there are to begin with: as GITHUB_TOKEN is, as it is in runs of forks, and of a person. */
export const gitHubTokens = {
  actions: 'ghs_simulatedActions',
  readOnly: 'ghs_simulatedReadOnly',
  personal: 'ghp_simulatedPersonal',
} as const;

/** GitHub Enterprise Server has its API at `/api/v3`, and GraphQL at `/api/graphql`. */
const serverPrefix = /^\/api(?:\/v3)?(?=\/)/;

/** What faults need of a protocol. */
const protocol = {
  error: ({ status, message }: { status: number; message: string }) =>
    answers.errorMessage(new answers.GitHubError(status, message)),
};

/** @returns undefined for what is no JSON object */
function contentOf({ body }: WireRequest): Record<string, unknown> | undefined {
  if (body === '') return {};
  try {
    const content: unknown = JSON.parse(body);
    return typeof content === 'object' && content !== null ? (content as Record<string, unknown>) : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** GitHub's refusals have no codes but their HTTP statuses. */
function codeOf(fault: Fault | undefined, message: WireMessage | undefined): string | undefined {
  if (fault?.kind === 'error') return fault.code;
  if (fault?.kind === 'body') return fault.status >= 400 ? String(fault.status) : undefined;
  return message && message.status >= 400 ? String(message.status) : undefined;
}
