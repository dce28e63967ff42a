import { describe, expect, test } from '@jest/globals';
import { parseTagLine, renderTag } from '../../src/naming/tag-template.ts';
import { allTags, provenanceTags, readied, tagListProblems, tagWarnings } from '../../src/naming/tags.ts';
import { templateVariables } from '../../src/naming/variables.ts';
import { instance } from '../builders/instance.ts';
import { workflow } from '../builders/workflow.ts';

function render(line: string, ref = 'main') {
  const variables = templateVariables({ workflow: workflow({ ref }), now: new Date(0), environment: {} });
  return renderTag(parseTagLine(line), variables);
}

describe('a line', () => {
  test.each([
    ['Role=web', 'Role', 'web'],
    [' Role = web ', 'Role', 'web'],
    ['Role=', 'Role', ''],
    ['Query=a=b==c', 'Query', 'a=b==c'],
    ['A key with spaces/ä:+@=x', 'A key with spaces/ä:+@', 'x'],
    ['Branch={{ ref }}', 'Branch', 'main'],
    ['Which={% if ref == "main" %}main{% else %}other{% endif %}', 'Which', 'main'],
    ['List=a,b', 'List', 'a,b'],
    ['__proto__=x', '__proto__', 'x'],
    ['awsome=x', 'awsome', 'x'],
  ])('%s', (line, Key, Value) => {
    expect(render(line)).toEqual({ Key, Value });
  });

  test.each([
    ['Role', '`Role` is not of the form Key=Value'],
    ['=web', '`=web` has no key before the ='],
    [' = web', '`= web` has no key before the ='],
    ['aws:x=1', 'the key of `aws:x=1` begins with aws:, which is reserved for AWS'],
    ['AWS:x=1', 'the key of `AWS:x=1` begins with aws:'],
    [
      'bake-ami:key=1',
      'the key of `bake-ami:key=1` begins with bake-ami:, which is reserved for the tags of this action',
    ],
    ['Bake-AMI:key=1', 'begins with bake-ami:'],
    ['{{ ref }}=1', 'the key of `{{ ref }}=1` contains a template'],
    ['a\tb=1', 'the key of `a b=1` contains control characters'],
    [`${'k'.repeat(129)}=1`, 'has 129 characters, 128 are allowed'],
    ['Role={{ nope }}', 'tag `Role`: `nope` is not a known variable'],
    ['Role={{ ref', 'tag `Role`: output "{{ ref" not closed'],
  ])('is refused: %j', (line, message) => {
    expect(() => parseTagLine(line)).toThrow(message);
  });

  test.each([128, 127])('a key may have %d characters', (length) => {
    expect(parseTagLine(`${'k'.repeat(length)}=1`).key).toHaveLength(length);
  });
});

describe('a line that holds several tags', () => {
  test.each([
    ['Key=Team,Value=web', ['Team=web']],
    ['Key=Team, Value=web', ['Team=web']],
    ['key=Team,value=web', ['Team=web']],
    ['Value=web,Key=Team', ['Team=web']],
    ['Key="Team",Value="web server"', ['Team=web server']],
    ["Key='Team',Value='a,b'", ['Team=a,b']],
    ['Key=Team,Value=', ['Team=']],
    ['Key=Branch,Value={{ ref }}', ['Branch={{ ref }}']],
    ['Key=Team,Value=web server Key=Env,Value=prod', ['Team=web server', 'Env=prod']],
    ['{Key=Team,Value=web},{Key=Env,Value=prod}', ['Team=web', 'Env=prod']],
    ['[{Key=Branch,Value={{ ref }}}]', ['Branch={{ ref }}']],
    ['ResourceType=image,Tags=[{Key=Team,Value=web},{Key=Env,Value=prod}]', ['Team=web', 'Env=prod']],
    ['Tags=[{Key=Team,Value=web}]', ['Team=web']],
    ['--tags Key=Team,Value=web Key=Env,Value=prod', ['Team=web', 'Env=prod']],
    ["--tag-specifications 'ResourceType=image,Tags=[{Key=Team,Value=web}]'", ['Team=web']],
    ['"Key=Team,Value=web"', ['Team=web']],
  ])("is refused in the AWS CLI's shorthand, with the lines to write: %s", (line, tags) => {
    const list = new Intl.ListFormat('en-US').format(tags.map((tag) => `\`${tag}\``));
    expect(() => parseTagLine(line)).toThrow(
      `\`${line}\` is the AWS CLI's shorthand: write one Key=Value a line, here ${list}`,
    );
    for (const tag of tags) expect(() => parseTagLine(tag)).not.toThrow();
  });

  test.each([
    ['Team=web,Env=prod', '`Team=web` and `Env=prod`'],
    ['team=web, env=prod', '`team=web` and `env=prod`'],
    ['Team=web,Env=prod,Cost-Center=7', '`Team=web`, `Env=prod`, and `Cost-Center=7`'],
    [
      'Team={{ repo }},Branch={{ ref | default: "a,b=c" }}',
      '`Team={{ repo }}` and `Branch={{ ref | default: "a,b=c" }}`',
    ],
    ['Team=,Env=prod', '`Team=` and `Env=prod`'],
  ])('is refused, with the lines to write: %s', (line, lines) => {
    expect(() => parseTagLine(line)).toThrow(
      `\`${line}\` looks like several tags: write one Key=Value a line, here ${lines}. If it is one tag, write each comma of its value as \`{{ "," }}\``,
    );
  });

  test.each([
    ['Team=web{{ "," }}Env=prod', 'web,Env=prod'],
    ['Key={{ "Team,Value=web" }}', 'Team,Value=web'],
    ['Key=web', 'web'],
    ['Key=Team', 'Team'],
    ['Value=a,b', 'a,b'],
    ['Team=web,', 'web,'],
    ['Url=https://example.com/?a=1&b=2', 'https://example.com/?a=1&b=2'],
    ['Size={% if ref == "a,b=c" %}a,b{% else %}c,d{% endif %}', 'c,d'],
  ])('is one tag: %s', (line, Value) => {
    expect(render(line).Value).toBe(Value);
    expect(tagWarnings('tags', [parseTagLine(line)])).toEqual([]);
  });

  test.each([
    ['Roles=a,b=c', ',b='],
    ['Options=rw,uid=1000,gid=5', ',uid='],
    ['Labels=a=1,b=2', ',b='],
    ['List=a, Env=prod,b', ', Env='],
    ['Team={{ ref }} x,Env=prod,y', ',Env='],
    ['Team=web;Env=prod', ';Env='],
    ['"Team=web","Env=prod"', ',"Env='],
  ])('is warned of where it may be one tag: %s', (line, found) => {
    const tag = parseTagLine(line);
    expect(tagWarnings('snapshot-tags', [tag])).toEqual([
      `Input \`snapshot-tags\`: the value of tag \`${tag.key}\` contains \`${found}\`. If another tag begins there, write it on a line of its own.`,
    ]);
  });

  test('is read in no time, however long it is', () => {
    const lines = [
      'Key=a,Value={{'.repeat(700),
      `Key=a,Value=${'{{ a }}'.repeat(1300)}}`,
      'A=b,'.repeat(2500),
    ];
    const start = performance.now();
    for (const line of lines) expect(() => parseTagLine(line)).toThrow();
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

describe('lengths are in characters, as EC2 counts them', () => {
  const rocket = '🚀';

  test.each([
    [rocket.repeat(256), 256],
    [`${'e\u0301'.repeat(100)}${rocket.repeat(56)}`, 256],
  ])('a value may have 256', (ref, characters) => {
    expect([...render('Ref={{ ref }}', ref).Value]).toHaveLength(characters);
    expect(() => render('Ref={{ ref }}', `${ref}${rocket}`)).toThrow(
      'the value has 257 characters when rendered',
    );
  });

  test('a key may have 128', () => {
    expect(parseTagLine(`${rocket.repeat(128)}=1`).key).toBe(rocket.repeat(128));
    expect(() => parseTagLine(`${rocket.repeat(129)}=1`)).toThrow('has 129 characters, 128 are allowed');
  });

  test('provenance keeps 256', () => {
    const given = {
      key: 'f',
      family: 'web',
      workflow: workflow({ ref: rocket.repeat(300) }),
      source: instance(),
    };
    expect(provenanceTags(given)).toContainEqual({ Key: 'bake-ami:ref', Value: rocket.repeat(256) });
  });
});

describe('a value', () => {
  test.each([
    ['feature/x', 'feature/x'],
    ['a  <b> "c" $(d) 🚀 \u202e é', 'a  <b> "c" $(d) 🚀 \u202e é'],
    ['a\r\nb\u0000c', 'a b c'],
    ['x##[set-output name=ami-id]evil', 'x##[set-output name=ami-id]evil'],
    ['x'.repeat(256), 'x'.repeat(256)],
  ])('is kept as it is, but for control characters: %j', (ref, Value) => {
    expect(render('Branch={{ ref }}', ref)).toEqual({ Key: 'Branch', Value });
  });

  test('that is too long is refused', () => {
    const message = 'tag `Branch`: the value has 257 characters when rendered, 256 are allowed';
    expect(() => render('Branch={{ ref }}', 'x'.repeat(257))).toThrow(message);
  });

  test('that lacks its variable is refused', () => {
    expect(() => render('Number={{ pr }}')).toThrow('tag `Number`: `pr` has no value here');
  });
});

describe('provenance', () => {
  const given = { key: 'f'.repeat(32), family: 'web', workflow: workflow(), source: instance() };

  test('tells where the image comes from', () => {
    expect(provenanceTags(given)).toEqual([
      { Key: 'bake-ami:key', Value: 'f'.repeat(32) },
      { Key: 'bake-ami:family', Value: 'web' },
      { Key: 'bake-ami:state', Value: 'baking' },
      { Key: 'bake-ami:repository', Value: 'acme/web' },
      { Key: 'bake-ami:commit', Value: '1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d' },
      { Key: 'bake-ami:ref', Value: 'main' },
      { Key: 'bake-ami:run', Value: 'https://github.com/acme/web/actions/runs/17532140987/attempts/1' },
      { Key: 'bake-ami:instance', Value: 'i-0123456789abcdef0' },
      { Key: 'bake-ami:source-ami', Value: 'ami-0aaaaaaaaaaaaaaa1' },
    ]);
  });

  test('may hold the owner of the image, and that nothing verifies it', () => {
    const tags = provenanceTags({ ...given, claim: '2-0a1b2c3d', state: 'unverified' });
    expect(tags).toHaveLength(10);
    expect(tags).toContainEqual({ Key: 'bake-ami:claim', Value: '2-0a1b2c3d' });
    expect(tags).toContainEqual({ Key: 'bake-ami:state', Value: 'unverified' });
  });

  test.each([
    ['feature/#1 "x" 🚀', 'feature/#1 "x" 🚀'],
    ['a\nb', 'a b'],
    ['x'.repeat(300), 'x'.repeat(256)],
    [`${'x'.repeat(255)}🚀🚀`, `${'x'.repeat(255)}🚀`],
  ])('keeps the true branch, as far as a tag can: %j', (ref, Value) => {
    expect(provenanceTags({ ...given, workflow: workflow({ ref }) })).toContainEqual({
      Key: 'bake-ami:ref',
      Value,
    });
  });

  test('says when the bake is over', () => {
    const tags = Object.fromEntries(provenanceTags(given).map(({ Key, Value }) => [Key, Value]));
    expect(tags['bake-ami:state']).toBe('baking');
    expect(readied(tags)).toEqual({ ...tags, 'bake-ami:state': 'ready' });
  });

  test('is named after the AMI unless the user names it', () => {
    const provenance = [{ Key: 'bake-ami:key', Value: 'f' }];
    expect(allTags([{ Key: 'Role', Value: 'web' }], 'web-1', provenance)).toEqual([
      { Key: 'Name', Value: 'web-1' },
      { Key: 'Role', Value: 'web' },
      ...provenance,
    ]);
    expect(allTags([{ Key: 'Name', Value: 'mine' }], 'web-1', provenance)).toEqual([
      { Key: 'Name', Value: 'mine' },
      ...provenance,
    ]);
  });
});

describe('the lists of tags', () => {
  const lines = (count: number, prefix = 'k') =>
    Array.from({ length: count }, (_, index) => parseTagLine(`${prefix}${index}=v`));

  test('may hold 39 tags, or 40 with Name', () => {
    expect(tagListProblems(lines(39), [])).toEqual([]);
    expect(tagListProblems([...lines(39), parseTagLine('Name=x')], [])).toEqual([]);
    // The same keys again do not count.
    expect(tagListProblems(lines(39), lines(39))).toEqual([]);
  });

  test('are refused when the image would have more than 50', () => {
    expect(tagListProblems(lines(40), [])).toEqual([
      {
        input: 'tags',
        problem:
          'the image would have 51 tags, including `Name` and the 10 tags of this action; 50 are allowed',
      },
    ]);
  });

  test('are refused when a snapshot would have more than 50', () => {
    expect(tagListProblems(lines(30), lines(10, 's'))).toEqual([
      {
        input: 'snapshot-tags',
        problem:
          'each snapshot would have 51 tags, including `Name` and the 10 tags of this action; 50 are allowed',
      },
    ]);
  });

  test('name a key once each, upper and lower case apart', () => {
    const tags = ['a=1', 'A=1', 'a=2', 'a=3', 'b=1', 'b=1'].map(parseTagLine);
    expect(tagListProblems(tags, ['a=1', 'c=1', 'c=2'].map(parseTagLine))).toEqual([
      { input: 'tags', problem: 'tag `a` is listed more than once' },
      { input: 'tags', problem: 'tag `b` is listed more than once' },
      { input: 'snapshot-tags', problem: 'tag `c` is listed more than once' },
    ]);
  });
});
