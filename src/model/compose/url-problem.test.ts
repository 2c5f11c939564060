import { describe, expect, test } from 'vitest';
import { urlProblem } from './url-problem.ts';

describe('a URL', () => {
  test.each([
    'https://platform.uat.proveapis.com/v3/mfa',
    ' http://127.0.0.1:8080/v3/mfa?x=1#y ',
    'HTTP://[::1]:80/',
    'https://bücher.example/ä',
  ])('%j can be sent to', (url) => {
    expect(urlProblem(url)).toBeUndefined();
  });

  test.each([
    ['', /Enter/],
    ['/v3/mfa', /absolute/],
    ['platform.proveapis.com/v3/mfa', /absolute/],
    ['localhost:8080/v3/mfa', /absolute/],
    ['ftp://a.example/', /not ftp/],
    ['javascript:alert(1)', /not javascript/],
    ['file:///etc/passwd', /not file/],
    ['https://', /no host/],
    ['http:///v3/mfa', /no host/],
    ['https://a b/', /cannot be read/],
    ['https://a.example:99999/', /cannot be read/],
    ['https://me:secret@a.example/', /user name/],
  ])('%j cannot, and the sentence says why', (url, words) => {
    expect(urlProblem(url)).toMatch(words);
  });
});
