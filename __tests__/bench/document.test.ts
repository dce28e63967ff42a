import { describe, expect, test } from '@jest/globals';
import { charts } from '../../bench/charts.ts';
import { action } from '../../bench/contestant-action.ts';
import { document } from '../../bench/document.ts';
import { table } from '../../bench/table.ts';
import { script, someResults } from './results.ts';

describe('a table', () => {
  test('stands in columns in the text too, numbers to the right', () => {
    expect(table(['What', 'time'], [['name taken', '0.3 s']])).toBe(
      ['| What       |  time |', '| ---------- | ----: |', '| name taken | 0.3 s |'].join('\n'),
    );
  });

  test('keeps its columns when a cell has their sign', () => {
    expect(table(['a'], [['x|y']])).toContain('| x\\|y |');
  });
});

describe('the document', () => {
  const text = document(someResults());

  test('has each contestant’s median and range, and the action’s share of the script’s', () => {
    expect(text).toMatch(
      /\| 0 s +\| 0\.20 s \(0\.10–0\.30\) \| +4\.0 s \(3\.0–5\.0\) \| +6\.0 s \(6\.0–6\.0\) \| +5 % \|/,
    );
  });

  test('says when a bake that cannot go well is given up, and what it leaves', () => {
    expect(text).toMatch(
      /\| the name is taken +\| 0\.30 s; nothing left \| 33\.4 s; 1 image and 2 snapshots left \| +34\.0 s; 1 image and 1 snapshot left \|/,
    );
  });

  test('compares with the script no wait where there was none', () => {
    const [, lag = ''] = text.split('to the end of the process:');
    const rows = lag.split('bake-ami makes')[0]?.match(/^\| \d.*/gm);
    expect(rows).toHaveLength(1);
    expect(rows?.[0]).toMatch(/^\| 30 s/);
  });

  test('has the fleet, by when the bakes begin, and where nothing came to a good end no number', () => {
    expect(text).toContain('**All begin within 10 minutes**');
    expect(text).toContain('**All begin in the same second**');
    expect(text).toContain('| 1,000 | bake-ami | 100 % | 40,000 | 100 (0.25 %) | 20.0 s | 50.0 s | 1.0 s |');
    expect(text).toMatch(/\| 1,000 \| script \| 0 % \| .* \| – \| – \| 1\.0 s \|/);
  });

  test('has the day, the machine and the targets', () => {
    expect(text).toContain('Measured on 2026-11-22:\n\n- Processor: Abacus, 2 cores\n');
    expect(text).toMatch(/image of 30 s +\| +10 % \| +13 % \| \*\*no\*\* \|/);
  });

  test('refers to every chart there is, and to no other', () => {
    const referred = [...text.matchAll(/\]\(([\w-]+\.svg)\)/g)].map(([, name]) => name);
    expect(referred.toSorted()).toEqual(Object.keys(charts(someResults())).toSorted());
  });

  test('says who was left out, without a column for them', () => {
    const results = someResults({ contestants: [action, script], leftOut: ['Ansible ec2_ami'] });
    const without = document(results);
    expect(without).toContain('could not be installed on this machine: Ansible ec2_ami.');
    expect(without).not.toMatch(/\| Ansible/);
    expect(text).not.toContain('Left out');
  });

  test('has no number that is none', () => {
    expect(text).not.toMatch(/NaN|Infinity|undefined/);
    expect(document(someResults({ contestants: [action] }))).not.toMatch(/NaN|Infinity|undefined/);
  });
});
