// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates are written so.
import { describe, expect, it } from 'vitest';
import { functionsIn, wrapExpressions } from '../../src/rendering/interpolation.ts';

describe('the expressions in a template’s string', () => {
  it.each([
    ['no expression', 'Hello', 'Hello'],
    ['one', '${name}', '${plain(name)}'],
    ['several, with text between', '${a}, ${b}.', '${plain(a)}, ${plain(b)}.'],
    ['a brace in quoted text', '${if(a, \'}\', "{")}', '${plain(if(a, \'}\', "{"))}'],
    ['an escaped quote', "${concat('it\\'s }', a)}", "${plain(concat('it\\'s }', a))}"],
    ['an object', "${json('{}')}${{a: 1}.a}", "${plain(json('{}'))}${plain({a: 1}.a)}"],
    ['an address', '[x](${href(url)})', '[x](${href(url)})'],
    ['an address with more to it', '${href(a) + b}', '${plain(href(a) + b)}'],
    ['something that only begins like it', '${hrefs(a)}', '${plain(hrefs(a))}'],
  ])('are each wrapped: %s', (_, written, wrapped) => {
    expect(wrapExpressions(written, 'plain')).toBe(wrapped);
  });

  it('say which functions they call, and not what quoted text looks like', () => {
    expect(functionsIn("f(x) ${if(exists(a), count(b), 'g(x)')} and ${a.b}")).toEqual(['if', 'exists', 'count']);
  });

  it('must end', () => {
    expect(() => wrapExpressions('${name', 'plain')).toThrow('never closed');
    expect(() => wrapExpressions("${'}", 'plain')).toThrow('never closed');
  });
});
