import { describe, expect, test } from '@jest/globals';
import { readBakeInputs } from '../../src/bake/inputs/read.ts';
import type { BakeInputs } from '../../src/bake/inputs/table.ts';
import { ProblemsError } from '../../src/base/errors.ts';
import { given } from '../../src/github/inputs/given.ts';
import { environmentOf, readInputsOf } from '../builders/inputs.ts';
import { problemsOf as toldProblems } from '../builders/told.ts';
import { pullRequest, workflow } from '../builders/workflow.ts';

const now = new Date('2026-11-22T21:34:05Z');
const instance = 'i-0123456789abcdef0';

/** Reads what a workflow gives, on a push in eu-west-1. */
const inputsOf = (given: Record<string, string>, variables?: NodeJS.ProcessEnv) =>
  readInputsOf(given, variables, now);

const problemsOf = (given: Record<string, string>, variables?: NodeJS.ProcessEnv) =>
  toldProblems(() => inputsOf(given, variables));

describe('a workflow that gives only the instance', () => {
  test('gets the defaults', () => {
    const { name, description, family, ...others } = inputsOf({});
    expect([name, description, family].map(({ source }) => source)).toEqual([
      '{{ repo }}-{{ ref }}-{{ timestamp }}-{{ short_sha }}',
      'Baked from {{ instance.id }} by {{ owner }}/{{ repo }}@{{ short_sha }}',
      '{{ repo }}',
    ]);
    expect(others).toMatchObject({
      instanceId: instance,
      tags: [],
      snapshotTags: [],
      noReboot: false,
      excludeDevices: [],
      wait: true,
      timeoutMinutes: 120,
      shareWith: [],
      shareSnapshots: false,
      makePublic: false,
      copyTo: [],
      deprecateAfter: undefined,
      deregistrationProtection: 'off',
      requireImdsv2: false,
      ssmParameters: [],
      ifExists: 'fail',
      onFailure: 'delete',
      dryRun: false,
      region: 'eu-west-1',
      roleToAssume: undefined,
      allowedAccountIds: [],
    });
  });

  test('gets them also where the runner passes no defaults on, or expressions that are empty', () => {
    const bare = { 'INPUT_INSTANCE-ID': instance, AWS_REGION: 'eu-west-1' };
    const empty = { ...bare, 'INPUT_ON-FAILURE': '', 'INPUT_TIMEOUT-MINUTES': ' ', INPUT_WAIT: '\n' };
    const defaults = JSON.stringify(inputsOf({}));
    expect(JSON.stringify(readBakeInputs({ environment: bare, workflow: workflow(), now }))).toBe(defaults);
    expect(JSON.stringify(readBakeInputs({ environment: empty, workflow: workflow(), now }))).toBe(defaults);
  });

  test('leaves the environment as it is', () => {
    const environment = Object.freeze(environmentOf({ 'instance-id': instance, 'aws-region': 'eu-west-1' }));
    expect(readBakeInputs({ environment, workflow: workflow(), now }).region).toBe('eu-west-1');
  });
});

test('inputs that the action does not know are left to the runner, which warns of them', () => {
  expect(problemsOf({ 'instance-ids': 'x', nmae: '{{' })).toEqual([]);
});

describe('instance-id', () => {
  test.each([instance, 'i-12345678', 'i-deadbeef', ` ${instance}\n`])('takes %j', (id) => {
    expect(inputsOf({ 'instance-id': id }).instanceId).toBe(id.trim());
  });

  test.each([
    ['', 'it is required, and nothing was given. If the workflow gives an expression'],
    ['   ', 'it is required'],
    ['web-1', 'Names and addresses are not accepted'],
    ['10.0.0.1', 'Names and addresses are not accepted'],
    ['ec2-203-0-113-25.compute-1.amazonaws.com', 'Names and addresses are not accepted'],
    ['I-0123456789ABCDEF0', `Write it in lower case: \`${instance}\``],
    ['i-0123456789ABCDEF0', `Write it in lower case: \`${instance}\``],
    [`arn:aws:ec2:eu-west-1:123456789012:instance/${instance}`, `That is its ARN: give \`${instance}\``],
    [
      `arn:aws-us-gov:ec2:us-gov-west-1:123456789012:instance/${instance}`,
      `That is its ARN: give \`${instance}\``,
    ],
    ['arn:aws:ec2:eu-west-1:123456789012:instance/web', 'is not the ID of an instance'],
    [`"${instance}"`, `Leave out the quotes: \`${instance}\``],
    [`'${instance}'`, `Leave out the quotes: \`${instance}\``],
    [`i-\u200b0123456789abcdef0`, 'characters that are not ASCII'],
    ['i\u20130123456789abcdef0', 'characters that are not ASCII'],
    [`${instance},i-12345678`, 'A bake takes one instance'],
    [`${instance}\ni-12345678`, 'A bake takes one instance'],
    ['i-0123456789abcdef', 'This has 16 digits after `i-`'],
    ['i-0123456789abcdef01', 'This has 18 digits after `i-`'],
    ['i-', 'This has 0 digits after `i-`'],
    ['ami-0a1b2c3d4e5f60718', 'That is an AMI'],
    ['vol-0a1b2c3d4e5f60718', 'That is a volume'],
    ['mi-0a1b2c3d4e5f60718', 'That is a managed node'],
    ['constructor-0', 'Names and addresses are not accepted'],
    [`${instance}; rm -rf /`, 'is not the ID of an instance'],
  ])('refuses %j and says why', (id, hint) => {
    const problems = problemsOf({ 'instance-id': id });
    expect(problems).toEqual([expect.stringContaining(hint)]);
    expect(problems[0]).toMatch(/^input `instance-id`: /);
  });
});

describe.each(['no-reboot', 'wait'])('%s', (input) => {
  const value = (inputs: BakeInputs) => (input === 'wait' ? inputs.wait : inputs.noReboot);

  test.each(['true', 'True', 'TRUE', ' true '])('takes %j for true', (text) => {
    expect(value(inputsOf({ [input]: text }))).toBe(true);
  });
  test.each(['false', 'False', 'FALSE'])('takes %j for false', (text) => {
    expect(value(inputsOf({ [input]: text }))).toBe(false);
  });
  test.each(['yes', 'no', 'on', '1', '0', 'tRue', 'y', 'null', 'truee', 'true false', 'true\nfalse'])(
    'refuses %j',
    (text) => {
      const shown = text.replace('\n', '\\n');
      expect(problemsOf({ [input]: text })).toEqual([
        `input \`${input}\`: "${shown}" is neither \`true\` nor \`false\``,
      ]);
    },
  );
});

describe('timeout-minutes', () => {
  test.each([
    ['120', 120],
    ['0.5', 0.5],
    ['1.50', 1.5],
    ['007', 7],
    ['10080', 10_080],
    ['0.001', 0.001],
  ])('takes %j', (text, minutes) => {
    expect(inputsOf({ 'timeout-minutes': text }).timeoutMinutes).toBe(minutes);
  });

  test.each([
    ...[
      '0',
      '0.0',
      '-1',
      '+1',
      '1e3',
      '1e999',
      '0x10',
      'NaN',
      'Infinity',
      '10m',
      '1,5',
      '1_000',
      '.5',
      '5.',
      '1 2',
      'two',
    ],
    ...['10080.1', '99999999999', '9'.repeat(400), `0.${'0'.repeat(400)}1`, '１２０', '1.2.3', '--1', 'true'],
  ])('refuses %j', (text) => {
    expect(problemsOf({ 'timeout-minutes': text })).toEqual([
      expect.stringMatching(/^input `timeout-minutes`: ".+ above 0 and up to 10080 \(7 days\)/su),
    ]);
  });
});

describe('on-failure', () => {
  test.each(['delete', 'keep'] as const)('takes %j', (word) => {
    expect(inputsOf({ 'on-failure': word }).onFailure).toBe(word);
  });
  test.each(['Delete', 'remove', 'true', 'constructor', 'delete keep'])('refuses %j', (word) => {
    expect(problemsOf({ 'on-failure': word })).toEqual([
      `input \`on-failure\`: "${word}" is not accepted: it takes \`delete\` or \`keep\``,
    ]);
  });
});

describe('exclude-devices', () => {
  test.each<[string, string[]]>([
    ['', []],
    ['/dev/sdf', ['/dev/sdf']],
    ['/dev/sdf,/dev/sdg', ['/dev/sdf', '/dev/sdg']],
    ['/dev/sdf\n/dev/sdg\r\nxvdh', ['/dev/sdf', '/dev/sdg', 'xvdh']],
    [' , /dev/sdf ,\n\n,, /dev/xvdba1 ,', ['/dev/sdf', '/dev/xvdba1']],
    ['/dev/sdf\n/dev/sdg,/dev/sdf', ['/dev/sdf', '/dev/sdg']],
    ['# data, scratch\n/dev/sdf\n  # /dev/sdg', ['/dev/sdf']],
    ['xvdf, xvdca, /dev/sda1, /dev/hda', ['xvdf', 'xvdca', '/dev/sda1', '/dev/hda']],
    ['#', []],
  ])('%j means %j', (text, devices) => {
    expect(inputsOf({ 'exclude-devices': text }).excludeDevices).toEqual(devices);
  });

  test.each([
    ['sdf', 'Is it `/dev/sdf`?'],
    ['vol-0a1b2c3d4e5f60718', 'That is a volume'],
    ['/dev/', 'is not the name of a device'],
    ['/dev/sd*', 'is not the name of a device'],
    ['/dev/../etc', 'is not the name of a device'],
    ['D:', 'is not the name of a device'],
    ['/dev/sdf /dev/sdg', 'Separate several by commas'],
    [`/dev/${'x'.repeat(80)}`, 'is not the name of a device'],
    ['/dev/sdf\u200b', '"/dev/sdf\\u{200b}"'],
  ])('refuses %j and says why', (text, hint) => {
    expect(problemsOf({ 'exclude-devices': text })).toEqual([expect.stringContaining(hint)]);
  });

  test('each bad item is a problem of its own', () => {
    expect(problemsOf({ 'exclude-devices': 'a b, /dev/sdf\n?,?' })).toEqual([
      expect.stringContaining('"a b"'),
      expect.stringContaining('"?"'),
      expect.stringContaining('"?"'),
    ]);
  });
});

describe('aws-region', () => {
  test.each([
    ...[
      'eu-west-1',
      'ap-southeast-2',
      'ap-northeast-3',
      'il-central-1',
      'mx-central-1',
      'cn-north-1',
      'cn-northwest-1',
    ],
    ...[
      'us-gov-west-1',
      'us-iso-east-1',
      'us-isob-east-1',
      'eu-isoe-west-1',
      'us-isof-south-1',
      'eusc-de-east-1',
    ],
  ])('takes %s', (region) => {
    expect(inputsOf({ 'aws-region': region }).region).toBe(region);
  });

  test.each<[string, string, NodeJS.ProcessEnv]>([
    ['the input', 'eu-west-1', { AWS_REGION: 'eu-west-2', AWS_DEFAULT_REGION: 'eu-west-3' }],
    ['else AWS_REGION', '', { AWS_REGION: 'eu-west-1', AWS_DEFAULT_REGION: 'eu-west-3' }],
    ['else AWS_DEFAULT_REGION', '', { AWS_DEFAULT_REGION: 'eu-west-1' }],
    [
      'AWS_DEFAULT_REGION when AWS_REGION is empty',
      '',
      { AWS_REGION: ' ', AWS_DEFAULT_REGION: ' eu-west-1 ' },
    ],
  ])('is %s', (_title, given, variables) => {
    expect(inputsOf({ 'aws-region': given }, variables).region).toBe('eu-west-1');
  });

  test('without any, the problem names all three', () => {
    const [problem, ...more] = problemsOf({}, { AWS_REGION: '' });
    expect(problem).toMatch(
      /^input `aws-region`: no Region is known.*this input.*`AWS_REGION`.*`AWS_DEFAULT_REGION`/,
    );
    expect(more).toEqual([]);
  });

  test.each([
    ['eu-west-1a', 'its Region is `eu-west-1`'],
    ['us-west-2-lax-1a', 'its Region is `us-west-2`'],
    ['EU-WEST-1', 'Write it in lower case: `eu-west-1`'],
    ['eu-west', 'is not the code of a Region'],
    ['Ireland', 'is not the code of a Region'],
    ['eu-west-1.attacker.example', 'is not the code of a Region'],
    ['eu-west-1/', 'is not the code of a Region'],
    ['eu-west-0', 'is not the code of a Region'],
    ['eu-west-1,eu-west-2', 'is not the code of a Region'],
  ])('refuses %j and says why', (region, hint) => {
    expect(problemsOf({ 'aws-region': region })).toEqual([expect.stringContaining(hint)]);
  });

  test('a wrong one of the environment is reported with its variable', () => {
    expect(problemsOf({}, { AWS_REGION: 'Ireland', AWS_DEFAULT_REGION: 'eu-west-1' })).toEqual([
      expect.stringMatching(/^input `aws-region`: environment variable `AWS_REGION`: "Ireland" is not/),
    ]);
  });
});

describe('naming templates', () => {
  test('are read, with their tags in order and commas in values', () => {
    const templates = inputsOf({
      name: ' web-{{ ref }} ',
      description: 'Web',
      family: 'web',
      tags: '# who\nTeam = storefront\n\n  Roles=a,b=c \r\nRef={{ ref }}',
      'snapshot-tags': 'Backup=no',
    });
    expect([templates.name.source, templates.description.source, templates.family.source]).toEqual([
      'web-{{ ref }}',
      'Web',
      'web',
    ]);
    expect(templates.tags.map(({ key, value }) => [key, value.source])).toEqual([
      ['Team', 'storefront'],
      ['Roles', 'a,b=c'],
      ['Ref', '{{ ref }}'],
    ]);
    expect(templates.snapshotTags.map(({ key }) => key)).toEqual(['Backup']);
  });

  test.each([
    ['name', 'web-{{ ref', /not closed/],
    ['name', '{{ brunch }}', /`brunch` .*is not a known variable/],
    ['name', '{{ pr }}', /`pr` has no value here/],
    ['name', 'web:{{ ref }}', /":"/],
    ['name', 'web:{{ instance.id }}', /":"/],
    ['description', '{{ ref | upcaze }}', /no filter `upcaze`/],
    ['description', 'Größe', /"ö"/],
    ['family', '{{ tag }}', /`tag` has no value here/],
    ['family', '{{ env.AWS_SECRET_ACCESS_KEY }}', /AWS_SECRET_ACCESS_KEY/],
    ['tags', 'Team', /Key=Value/],
    ['tags', 'aws:team=x', /reserved for AWS/],
    ['tags', 'A=1\nA=2', /more than once/],
    ['snapshot-tags', '=x', /no key/],
    ['snapshot-tags', 'Pr={{ pr }}', /`pr` has no value here/],
  ])('%s refuses %j', (input, text, problem) => {
    const problems = problemsOf({ [input]: text });
    expect(problems).toEqual([expect.stringMatching(problem)]);
    expect(problems[0]?.startsWith(`input \`${input}\`: `)).toBe(true);
  });

  test('what has no value on a push may have one in a pull request', () => {
    const given = { 'instance-id': instance, 'aws-region': 'eu-west-1', name: 'web-{{ pr }}' };
    const sources = { environment: environmentOf(given), now };
    expect(() => readBakeInputs({ ...sources, workflow: workflow() })).toThrow(ProblemsError);
    expect(readBakeInputs({ ...sources, workflow: pullRequest() }).name.variables).toEqual(['pr']);
  });

  test('each bad line is a problem of its own', () => {
    expect(problemsOf({ tags: 'one\ntwo\nGood=1\naws:three=3' })).toHaveLength(3);
  });

  test('one that cannot be read hides no problem of another', () => {
    expect(problemsOf({ name: '{{', description: '{{ pr }}', tags: 'x\nPr={{ pr }}' })).toEqual([
      expect.stringContaining('input `name`'),
      expect.stringContaining('input `description`: `pr` has no value'),
      expect.stringContaining('input `tags`: `x`'),
      expect.stringContaining('input `tags`: tag `Pr`: `pr` has no value'),
    ]);
  });
});

describe('many problems', () => {
  const bad = {
    'instance-id': 'web-1',
    name: 'web:{{ ref }}',
    description: '{{ pr }}',
    family: '{{ brunch }}',
    tags: 'one\naws:two=2\nThree={{ }}',
    'snapshot-tags': '=four',
    'no-reboot': 'yes',
    'exclude-devices': 'sdf, sdg',
    wait: 'maybe',
    'timeout-minutes': '0',
    'on-failure': 'ignore',
  };

  test('fourteen things wrong make one failure that names all fourteen, in the order of the inputs', () => {
    const problems = problemsOf({ ...bad }, { AWS_REGION: 'eu-west-1' });
    expect(problems.map((problem) => /^input `([a-z-]+)`: /.exec(problem)?.[1])).toEqual([
      ...['instance-id', 'name', 'description', 'family', 'tags', 'tags', 'tags', 'snapshot-tags'],
      ...['no-reboot', 'exclude-devices', 'exclude-devices', 'wait', 'timeout-minutes', 'on-failure'],
    ]);
  });

  test('the message has them all, under their number', () => {
    expect(() => inputsOf(bad)).toThrow(/^The inputs have 14 problems:\n(?:- input `.+\n?){14}$/);
    expect(() => inputsOf({ wait: 'x' })).toThrow(/^The inputs have a problem:\n- input `wait`: .+$/);
  });
});

describe('what was given is shown so that it can be seen', () => {
  test.each([
    ['plain', '"plain"'],
    ['', '""'],
    ['a b', '"a b"'],
    ['two\r\nlines\t', '"two\\r\\nlines\\t"'],
    ['zero\u200bwidth\ufeff', '"zero\\u{200b}width\\u{feff}"'],
    ['no\u00a0break', '"no\\u{a0}break"'],
    ['\u202eturned', '"\\u{202e}turned"'],
    ['\u001b[31m\u0000', '"\\u{1b}[31m\\u{0}"'],
    ['\ud800', '"\\u{d800}"'],
    ['Grüße 😀', '"Grüße 😀"'],
    ['x'.repeat(100), `"${'x'.repeat(100)}"`],
  ])('%j', (value, shown) => {
    expect(given(value)).toBe(shown);
  });

  test('a long value is cut between words', () => {
    const words = 'some words '.repeat(20);
    expect(given(words)).toBe(`"${'some words '.repeat(9).trim()}…" (220 characters)`);
  });

  test('of a long secret, which the runner masks only in whole, next to nothing is shown', () => {
    const secret = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY='.repeat(4);
    expect(given(secret)).toBe('"wJalrXUtnFEMI/K7…" (164 characters)');
    expect(given(`${'words '.repeat(12)}${secret}`)).not.toContain('wJalr');
  });

  test('a problem never has more of it', () => {
    const [problem = ''] = problemsOf({ 'on-failure': 'x'.repeat(50_000) });
    expect(problem.length).toBeLessThan(300);
  });
});
