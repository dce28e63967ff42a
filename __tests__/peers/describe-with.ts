import { describe } from '@jest/globals';
import type { Tool } from '../../scripts/tools/tool.ts';

/**
 * Tests that need a tool. Where it is missing they are skipped, and the title says so in the form by which
 * scripts/test-e2e.ts finds the reason for its closing words.
 * @param body gets the tool's path, empty where it is missing
 */
export function describeWith(tool: Tool, title: string, body: (path: string) => void): void {
  if ('path' in tool) describe(title, () => body(tool.path));
  else describe.skip(`${title} (skipped: ${tool.missing})`, () => body(''));
}
