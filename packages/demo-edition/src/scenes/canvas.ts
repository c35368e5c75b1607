import type { Random } from '../random.ts';
import type { Palette } from './palettes.ts';

/** What a scene draws on: size in pixels, `u` = a thousandth of the shorter side, and its own source of chance. */
export interface Canvas {
  readonly w: number;
  readonly h: number;
  readonly u: number;
  readonly random: Random;
  readonly palette: Palette;
  /** The words of the picture's key; some ask for a thing to be in the picture: `turbines`, `solar`, `long` hair. */
  readonly words: ReadonlySet<string>;
}

/** Draws one kind of picture as SVG elements. No text: fonts differ between machines. */
export type Scene = (canvas: Canvas) => string;

const n = (value: number) => value.toFixed(1);

export function rect(x: number, y: number, w: number, h: number, fill: string, more = ''): string {
  return `<rect x="${n(x)}" y="${n(y)}" width="${n(Math.max(0, w))}" height="${n(Math.max(0, h))}" fill="${fill}" ${more}/>`;
}

export function circle(x: number, y: number, r: number, fill: string, more = ''): string {
  return `<circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}" fill="${fill}" ${more}/>`;
}

export function ellipse(x: number, y: number, rx: number, ry: number, fill: string, more = ''): string {
  return `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(rx)}" ry="${n(ry)}" fill="${fill}" ${more}/>`;
}

export type Point = readonly [number, number];

export function polygon(points: readonly Point[], fill: string, more = ''): string {
  return `<polygon points="${points.map(([x, y]) => `${n(x)},${n(y)}`).join(' ')}" fill="${fill}" ${more}/>`;
}

export function line(x1: number, y1: number, x2: number, y2: number, stroke: string, width: number, more = ''): string {
  return `<line x1="${n(x1)}" y1="${n(y1)}" x2="${n(x2)}" y2="${n(y2)}" stroke="${stroke}" stroke-width="${n(width)}" stroke-linecap="round" ${more}/>`;
}

/** A path; numbers in `d` are rounded by the caller's template through `p`. */
export function path(d: string, fill: string, more = ''): string {
  return `<path d="${d}" fill="${fill}" ${more}/>`;
}

/** Rounds the numbers of a path template: p`M ${x} ${y}`. */
export function p(strings: TemplateStringsArray, ...values: readonly number[]): string {
  return strings.reduce((text, part, index) => text + part + (index < values.length ? n(values[index] ?? 0) : ''), '');
}

/** A vertical (default) or horizontal gradient of evenly spread colours, to be used as `url(#id)`. */
export function gradient(id: string, colours: readonly string[], horizontal = false): string {
  const stops = colours.map(
    (colour, index) =>
      `<stop offset="${(index / Math.max(1, colours.length - 1)).toFixed(3)}" stop-color="${colour}"/>`,
  );
  const end = horizontal ? 'x2="1" y2="0"' : 'x2="0" y2="1"';
  return `<linearGradient id="${id}" x1="0" y1="0" ${end}>${stops.join('')}</linearGradient>`;
}

/** A round glow that fades out to nothing. */
export function glow(id: string, colour: string, strength = 0.9): string {
  return `<radialGradient id="${id}"><stop offset="0" stop-color="${colour}" stop-opacity="${strength}"/><stop offset="1" stop-color="${colour}" stop-opacity="0"/></radialGradient>`;
}

/** Calls `draw` so many times and joins what it gives. */
export function times(count: number, draw: (index: number) => string): string {
  return Array.from({ length: Math.max(0, Math.round(count)) }, (_, index) => draw(index)).join('');
}

/** The colour so far (0 to 1) between two `#rrggbb` colours. */
export function mix(from: string, to: string, share: number): string {
  const channel = (colour: string, at: number) => Number.parseInt(colour.slice(at, at + 2), 16);
  const blend = (at: number) => Math.round(channel(from, at) + (channel(to, at) - channel(from, at)) * share);
  return `#${[1, 3, 5].map((at) => blend(at).toString(16).padStart(2, '0')).join('')}`;
}
