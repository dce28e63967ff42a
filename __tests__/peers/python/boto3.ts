/** boto3, in a process of its own that answers one request after the other. */
import { createInterface } from 'node:readline';
import { awsEnvironment, end, script, startPython } from './python.ts';

export interface Boto3Request {
  service: string;
  /** eu-west-1 unless given. */
  region?: string;
  /** 1 unless given. */
  attempts?: number;
  /** One of these three; operations and paginators by the name of the API's operation, waiters as boto3 calls them. */
  operation?: string;
  paginator?: string;
  waiter?: string;
  parameters?: object;
}

export interface Boto3Outcome {
  /** As boto3 gives it, times as ISO 8601; of a paginator, its pages. */
  // biome-ignore lint/suspicious/noExplicitAny: what it is depends on the operation; the test says what it must be
  answer?: any;
  error?: { type: string; code?: string; message: string; status?: number };
  /** What the answers had that botocore's model of the API does not know of, or does not allow. */
  odd: string[];
}

export class Boto3 {
  readonly #process: ReturnType<typeof startPython>;
  readonly #lines: AsyncIterator<string>;
  /** e.g. `http://127.0.0.1:43210` */
  endpoint = '';

  constructor() {
    this.#process = startPython([script('boto3_driver.py')], awsEnvironment(''));
    this.#lines = createInterface(this.#process.child.stdout)[Symbol.asyncIterator]();
  }

  /** One at a time. */
  async ask(request: Boto3Request): Promise<Boto3Outcome> {
    const line = JSON.stringify({ endpoint: this.endpoint, region: 'eu-west-1', parameters: {}, ...request });
    this.#process.child.stdin.write(`${line}\n`);
    const { value, done } = await this.#lines.next();
    if (done) throw new Error(`boto3 ended: ${this.#process.said()}`);
    return JSON.parse(value) as Boto3Outcome;
  }

  /**
   * The answer of a call that must work.
   * @throws when it does not
   */
  async call(service: string, operation: string, parameters: object = {}, region = 'eu-west-1') {
    const { answer, error } = await this.ask({ service, operation, parameters, region });
    if (error) throw new Error(`${operation}: ${error.code ?? error.type}: ${error.message}`);
    return answer;
  }

  close(): Promise<void> {
    return end(this.#process.child);
  }
}
