import { describe, expect, it } from '@jest/globals';
import { overwriteParameter, type ParameterSeed } from '../../simulator/model/parameter-store.ts';
import type { SimulatorOptions } from '../../simulator/options.ts';
import { askJson, stage } from './stage.ts';

const Name = '/images/web';

function parameterStage(seed?: Partial<ParameterSeed>, options: SimulatorOptions = {}) {
  const { clock, simulator } = stage(options);
  if (seed) simulator.seedParameter({ name: Name, value: 'old', ...seed });
  const ask = (action: string, content: object) => {
    const { status, body } = askJson(simulator, `AmazonSSM.${action}`, content);
    return { status, ...JSON.parse(body) };
  };
  const put = (content: object = {}) =>
    ask('PutParameter', { Name, Type: 'String', Value: 'new', Overwrite: true, ...content });
  const get = () => ask('GetParameter', { Name }).Parameter;
  return { clock, simulator, put, get };
}

describe('The tier of a parameter', () => {
  it.each<[string, Partial<ParameterSeed> | undefined, object, string]>([
    ['a new one', undefined, {}, 'Standard'],
    ['a new one of the tier Advanced', undefined, { Tier: 'Advanced' }, 'Advanced'],
    ['a short one', undefined, { Tier: 'Intelligent-Tiering' }, 'Standard'],
    ['a long one', undefined, { Tier: 'Intelligent-Tiering', Value: 'x'.repeat(4097) }, 'Advanced'],
    ['one that is raised', { tier: 'Standard' }, { Tier: 'Advanced' }, 'Advanced'],
    ['one that was raised', { tier: 'Advanced' }, {}, 'Advanced'],
    ['one that was raised and is long', { tier: 'Advanced' }, { Value: 'x'.repeat(8192) }, 'Advanced'],
  ])('is told of %s', (_what, seed, content, Tier) => {
    const { put } = parameterStage(seed);
    expect(put(content)).toMatchObject({ status: 200, Tier });
  });

  it.each<[string, Partial<ParameterSeed> | undefined, object, RegExp]>([
    ['cannot be lowered', { tier: 'Advanced' }, { Tier: 'Standard' }, /can't downgrade a parameter/],
    ['limits values', undefined, { Value: 'x'.repeat(4097) }, /maximum parameter value of 4096/],
    ['limits values of both', undefined, { Tier: 'Advanced', Value: 'x'.repeat(8193) }, /of 8192/],
  ])('%s', (_what, seed, content, message) => {
    expect(parameterStage(seed).put(content)).toEqual({
      status: 400,
      __type: 'ValidationException',
      message: expect.stringMatching(message),
    });
  });

  it('Standard has room for so many parameters, each of which may be overwritten', () => {
    const { put } = parameterStage({}, { standardParameters: 1 });
    expect(put()).toMatchObject({ status: 200, Version: 2 });
    expect(put({ Name: '/images/db' })).toMatchObject({
      status: 400,
      __type: 'ParameterLimitExceeded',
      message: expect.stringContaining('for this AWS account and Region (1)'),
    });
    expect(put({ Name: '/images/db', Tier: 'Advanced' })).toMatchObject({ status: 200 });
  });
});

describe('The pattern of a parameter', () => {
  it('is what the whole value must match', () => {
    const { put, get } = parameterStage({ allowedPattern: 'ami-[0-9a-f]+' });
    expect(put({ Value: 'x ami-01' })).toMatchObject({
      status: 400,
      __type: 'ParameterPatternMismatchException',
    });
    expect(get().Value).toBe('old');
    expect(put({ Value: 'ami-01' })).toMatchObject({ status: 200 });
  });

  it('stays until another is given', () => {
    const { put } = parameterStage();
    put({ AllowedPattern: 'new' });
    expect(put({ Value: 'newer' }).__type).toBe('ParameterPatternMismatchException');
    expect(put({ Value: 'newer', AllowedPattern: '.*' })).toMatchObject({ status: 200 });
  });
});

it('Lengths are counted in Unicode characters', () => {
  const { put } = parameterStage();
  const tag = (length: number) =>
    put({ Overwrite: false, Name: `/images/${length}`, Tags: [{ Key: 'k', Value: '🙂'.repeat(length) }] });
  expect(tag(256)).toMatchObject({ status: 200 });
  expect(tag(257)).toMatchObject({ __type: 'ValidationException' });
});

describe('Somebody else', () => {
  it('may overwrite a parameter right after it was written', () => {
    const { simulator, put, get } = parameterStage({});
    simulator.meanwhile.afterCall({ action: 'PutParameter', nth: 1 }, (at) =>
      overwriteParameter(simulator.world(), { name: Name, value: 'theirs' }, at),
    );
    expect(put()).toMatchObject({ Version: 2 });
    expect(get()).toMatchObject({ Value: 'theirs', Version: 3 });
    put();
    expect(get()).toMatchObject({ Value: 'new', Version: 4 });
  });

  it('may make one that was not there', () => {
    const { simulator, put, get } = parameterStage();
    overwriteParameter(simulator.world(), { name: Name, value: 'theirs' });
    expect(get()).toMatchObject({ Value: 'theirs', Version: 1 });
    expect(put({ Overwrite: false })).toMatchObject({ __type: 'ParameterAlreadyExists' });
  });
});
