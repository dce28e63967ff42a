import { expect, test } from '@jest/globals';
import { isWantOfRoom } from '../../src/trial/launch.ts';
import { clientToken, powerOffScript } from '../../src/trial/request.ts';

const place = { type: 't3.micro', subnetId: 'subnet-0123456789abcdef0', zone: undefined };

test('each combination of test, subnet and type has a token of its own, which EC2 takes', () => {
  const tokens = [
    clientToken('a', place),
    clientToken('b', place),
    clientToken('a', { ...place, type: 't3.small' }),
    clientToken('a', { ...place, subnetId: undefined }),
  ];
  expect(new Set(tokens).size).toBe(4);
  expect(clientToken('a', place)).toBe(tokens[0]);
  for (const token of tokens) expect(token).toMatch(/^[\x20-\x7e]{1,64}$/);
});

test('the timer is a script that cloud-init and EC2Launch run', () => {
  expect(powerOffScript({ windows: false }, 25)).toMatch(/^#!\/bin\/sh\nshutdown -P \+25 /);
  expect(powerOffScript({ windows: true }, 40)).toMatch(
    /^<powershell>\nshutdown\.exe \/s \/f \/t 2400\n<\/powershell>/,
  );
});

test.each([
  ['InsufficientInstanceCapacity', '', true],
  ['InsufficientFreeAddressesInSubnet', '', true],
  [
    'Unsupported',
    'Your requested instance type (t3.micro) is not supported in your requested Availability Zone',
    true,
  ],
  ['Unsupported', 'The requested configuration is currently not supported.', true],
  ['Unsupported', 'Enhanced networking is needed', false],
  ['VcpuLimitExceeded', '', false],
  ['InstanceLimitExceeded', '', false],
  ['UnauthorizedOperation', '', false],
])('%s "%s" goes on elsewhere: %s', (name, message, expected) => {
  expect(isWantOfRoom(Object.assign(new Error(message), { name }))).toBe(expected);
});
