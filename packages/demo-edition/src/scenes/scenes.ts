import { assembly } from './assembly.ts';
import type { Scene } from './canvas.ts';
import { chart } from './chart.ts';
import { desert } from './desert.ts';
import { fields } from './fields.ts';
import { forest } from './forest.ts';
import { harbour } from './harbour.ts';
import { laboratory } from './laboratory.ts';
import { library } from './library.ts';
import { map } from './map.ts';
import { market } from './market.ts';
import { mountains } from './mountains.ts';
import { observatory } from './observatory.ts';
import { arid, daylight, evening, green, type Palette, palettes, rough } from './palettes.ts';
import { portrait } from './portrait.ts';
import { skyline } from './skyline.ts';
import { stadium } from './stadium.ts';
import { stage } from './stage.ts';
import { stillLife } from './still-life.ts';
import { storm } from './storm.ts';
import { street } from './street.ts';
import { train } from './train.ts';

/** Every scene with the light it may stand in, by the first word of a picture's key: `harbour-cranes`. */
export const scenes: ReadonlyMap<string, { readonly draw: Scene; readonly palettes: readonly Palette[] }> = new Map([
  ['assembly', { draw: assembly, palettes: daylight }],
  ['chart', { draw: chart, palettes }],
  ['desert', { draw: desert, palettes: arid }],
  ['fields', { draw: fields, palettes: green }],
  ['forest', { draw: forest, palettes: green }],
  ['harbour', { draw: harbour, palettes: daylight }],
  ['laboratory', { draw: laboratory, palettes: daylight }],
  ['library', { draw: library, palettes: daylight }],
  ['map', { draw: map, palettes: daylight }],
  ['market', { draw: market, palettes: daylight }],
  ['mountains', { draw: mountains, palettes: daylight }],
  ['observatory', { draw: observatory, palettes: evening }],
  ['portrait', { draw: portrait, palettes }],
  ['skyline', { draw: skyline, palettes }],
  ['stadium', { draw: stadium, palettes: evening }],
  ['stage', { draw: stage, palettes: evening }],
  ['still', { draw: stillLife, palettes: daylight }],
  ['storm', { draw: storm, palettes: rough }],
  ['street', { draw: street, palettes: daylight }],
  ['train', { draw: train, palettes: green }],
]);
