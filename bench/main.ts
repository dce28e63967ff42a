/**
 * Measures the action beside what people use in its place, all on the simulator, and writes docs/benchmarks.md with its
 * charts. `--quick` measures each thing once and writes nothing.
 */
import { writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import type { PythonTools } from '../scripts/tools/python.ts';
import { systemClock } from '../src/base/clock.ts';
import { charts } from './charts.ts';
import { compare } from './comparison.ts';
import type { Contestant } from './contestant.ts';
import { action } from './contestant-action.ts';
import { ansible, ansibleName, script, scriptName } from './contestant-command.ts';
import { document } from './document.ts';
import { doom } from './doomed.ts';
import { measureFleet } from './fleet.ts';
import { lags } from './lag.ts';
import { machine } from './machine.ts';
import { peersEnvironment } from './peers-environment.ts';
import type { Results } from './results.ts';
import { measurePlan } from './retire.ts';
import { startUp } from './start-up.ts';
import { targets } from './targets.ts';
import { noticings } from './throttling.ts';
import { trialLag } from './trial.ts';

const { quick } = parseArgs({ options: { quick: { type: 'boolean', default: false } } }).values;

const results = await measure();
const text = document(results);
process.stdout.write(`\n${text}\n`);
if (!quick) write({ 'benchmarks.md': text, ...charts(results) });
report();

async function measure(): Promise<Results> {
  const rounds = quick ? 1 : 5;
  const peers = await peersEnvironment();
  const { contestants, leftOut } = whoTakesPart(peers);
  const measuredOn = machine(peers);
  for (const [what, which] of measuredOn) say(`${what}: ${which}`);
  say('Start-up');
  const started = await startUp(quick ? 5 : 15);
  say('Bakes that go well');
  const comparisons = await compare(contestants, rounds, { quick });
  say('Bakes that cannot go well');
  const doomed = await doom(contestants);
  say('Longer images, on virtual time');
  const lagsOfLonger = await lags(quick ? 11 : 101);
  const noticingsOfBursts = await noticings();
  say('The other actions');
  const trials = await trialLag(quick ? 11 : 101);
  const plan = await measurePlan();
  say('A fleet, on virtual time');
  return {
    at: systemClock.now(),
    machine: measuredOn,
    contestants,
    leftOut,
    rounds,
    startUp: started,
    comparisons,
    doomed,
    lags: lagsOfLonger,
    noticings: noticingsOfBursts,
    fleet: await measureFleet(quick ? [1, 10, 100] : [1, 10, 100, 1000]),
    trials,
    plan,
  };
}

function whoTakesPart(peers: PythonTools): { contestants: Contestant[]; leftOut: string[] } {
  if (peers.ready) {
    const folder = dirname(peers.bin('python'));
    return { contestants: [action, script(folder), ansible(folder)], leftOut: [] };
  }
  say(`${scriptName} and ${ansibleName} are left out: ${peers.why}`);
  return { contestants: [action], leftOut: [scriptName, ansibleName] };
}

function write(files: Readonly<Record<string, string>>): void {
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(new URL(`../docs/${name}`, import.meta.url), content);
    say(`Written: docs/${name}`);
  }
}

function report(): void {
  for (const { what, limit, measured, met } of targets(results)) {
    say(`${met ? 'met    ' : 'NOT MET'}  ${what}: ${measured}, at most ${limit}`);
    if (!met) process.exitCode = 1;
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
