import { describe, expect, it } from 'vitest';
import { readBylines } from './bylines.ts';

describe('the people of a byline', () => {
  it.each([
    ['By Jane Roe', [{ name: 'Jane Roe' }]],
    ["Paulo Santalucia and Frances d'Emilio", [{ name: 'Paulo Santalucia' }, { name: "Frances d'Emilio" }]],
    ['By A. One, B. Two and C. Three', [{ name: 'A. One' }, { name: 'B. Two' }, { name: 'C. Three' }]],
    ['Jane Roe, AP Travel Writer', [{ name: 'Jane Roe', role: 'AP Travel Writer' }]],
    ['By Tom Krasovic, The San Diego Union-Tribune', [{ name: 'Tom Krasovic', role: 'The San Diego Union-Tribune' }]],
    ['Martin King, Jr. and Jane Roe', [{ name: 'Martin King, Jr.' }, { name: 'Jane Roe' }]],
    ['Von Anna Schmidt und Karl Weiß', [{ name: 'Anna Schmidt' }, { name: 'Karl Weiß' }]],
    ['מאת: דנה לוי ומשה כהן', [{ name: 'דנה לוי' }, { name: 'משה כהן' }]],
    ['The Associated Press', [{ name: 'The Associated Press' }]],
    ['Bywater Jones', [{ name: 'Bywater Jones' }]],
    ['Jane Roe and jane roe', [{ name: 'Jane Roe' }]],
    [' , and ; ', []],
    ['', []],
    [undefined, []],
  ])('%j', (line, people) => {
    expect(readBylines(line)).toEqual(people);
  });
});
