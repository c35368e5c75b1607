import { type Canvas, circle, ellipse, gradient, line, mix, p, path, rect, type Scene, times } from './canvas.ts';
import { skins } from './figures.ts';

const hairColours = ['#1f1a17', '#3a2a1f', '#6b4426', '#a9793f', '#8a8a8a', '#d9d4cb', '#7c2f1d'] as const;

/** How hair is worn, by the word in a picture's key that asks for it. */
const hairStyles = ['short', 'long', 'swept', 'curls', 'bun'] as const;

/** A person from the chest up, in flat colour, before a quiet shape. */
export const portrait: Scene = (canvas) => {
  const { w, h, u, random, palette, words } = canvas;
  const skin = random.pick(skins);
  const [x, y, r] = [w / 2 + random.between(-12, 12) * u, h * 0.43, u * 178];
  const ground = random.pick([palette.cool, palette.warm, palette.mid, palette.far]);
  const backdrop =
    gradient('wall', [mix(ground, '#ffffff', 0.62), mix(ground, '#ffffff', 0.3)]) +
    rect(0, 0, w, h, 'url(#wall)') +
    circle(w * random.between(0.3, 0.7), h * 0.42, u * 420, mix(ground, '#ffffff', 0.72), 'opacity="0.7"') +
    times(3, () => circle(random.next() * w, random.next() * h, u * random.between(30, 110), ground, 'opacity="0.18"'));
  const hair = random.pick(hairColours);
  const style = Math.max(
    0,
    hairStyles.findIndex((name) => words.has(name)),
  );
  const shade = mix(skin, '#5a2d1a', 0.22);
  const neck = path(
    p`M ${x - r * 0.36} ${y + r * 0.6} L ${x - r * 0.4} ${y + r * 1.5} Q ${x} ${y + r * 1.85} ${x + r * 0.4} ${y + r * 1.5} L ${x + r * 0.36} ${y + r * 0.6} Z`,
    shade,
  );
  const face = path(
    p`M ${x - r * 0.82} ${y - r * 0.3} C ${x - r * 0.86} ${y + r * 0.6} ${x - r * 0.5} ${y + r * 1.12} ${x} ${y + r * 1.14} C ${x + r * 0.5} ${y + r * 1.12} ${x + r * 0.86} ${y + r * 0.6} ${x + r * 0.82} ${y - r * 0.3} C ${x + r * 0.8} ${y - r * 1.25} ${x - r * 0.8} ${y - r * 1.25} ${x - r * 0.82} ${y - r * 0.3} Z`,
    skin,
  );
  const ears =
    ellipse(x - r * 0.84, y + r * 0.08, r * 0.14, r * 0.22, shade) +
    ellipse(x + r * 0.84, y + r * 0.08, r * 0.14, r * 0.22, shade);
  return (
    backdrop +
    backHair(style, x, y, r, hair) +
    shoulders(canvas, x, y, r) +
    neck +
    ears +
    face +
    features(canvas, x, y, r, skin, hair) +
    frontHair(style, x, y, r, hair)
  );
};

function shoulders({ h, random, palette }: Canvas, x: number, y: number, r: number): string {
  const cloth = random.pick([palette.ink, palette.near, palette.warm, palette.cool]);
  const body = path(
    p`M ${x - r * 2.2} ${h + 5} C ${x - r * 2.15} ${y + r * 1.75} ${x - r * 1.1} ${y + r * 1.6} ${x - r * 0.42} ${y + r * 1.32} Q ${x} ${y + r * 1.75} ${x + r * 0.42} ${y + r * 1.32} C ${x + r * 1.1} ${y + r * 1.6} ${x + r * 2.15} ${y + r * 1.75} ${x + r * 2.2} ${h + 5} Z`,
    cloth,
  );
  const lapel = (side: number) =>
    path(
      p`M ${x + side * r * 0.42} ${y + r * 1.3} L ${x + side * r * 0.95} ${y + r * 1.75} L ${x + side * r * 0.55} ${y + r * 2} L ${x + side * r * 0.1} ${h + 5} L ${x} ${y + r * 2.1} Z`,
      mix(cloth, '#ffffff', 0.14),
    );
  const shirt = path(
    p`M ${x - r * 0.42} ${y + r * 1.34} Q ${x} ${y + r * 1.78} ${x + r * 0.42} ${y + r * 1.34} L ${x + r * 0.1} ${h + 5} L ${x - r * 0.1} ${h + 5} Z`,
    palette.paper,
  );
  return random.chance(0.6) ? body + shirt + lapel(-1) + lapel(1) : body;
}

function features({ random, u }: Canvas, x: number, y: number, r: number, skin: string, hair: string): string {
  const dark = '#2a1c18';
  const brow = (side: number) =>
    path(
      p`M ${x + side * r * 0.18} ${y - r * 0.12} Q ${x + side * r * 0.36} ${y - r * 0.26} ${x + side * r * 0.56} ${y - r * 0.1}`,
      'none',
      `stroke="${mix(hair, dark, 0.5)}" stroke-width="${(r * 0.07).toFixed(1)}" stroke-linecap="round"`,
    );
  const eye = (side: number) =>
    ellipse(x + side * r * 0.36, y + r * 0.1, r * 0.115, r * 0.075, '#ffffff') +
    circle(x + side * r * 0.36, y + r * 0.1, r * 0.068, dark);
  const nose = path(
    p`M ${x} ${y + r * 0.1} Q ${x + r * 0.14} ${y + r * 0.42} ${x + r * 0.02} ${y + r * 0.46}`,
    'none',
    `stroke="${mix(skin, '#5a2d1a', 0.4)}" stroke-width="${(r * 0.05).toFixed(1)}" stroke-linecap="round"`,
  );
  const mouth = path(
    p`M ${x - r * 0.25} ${y + r * 0.7} Q ${x} ${y + r * random.between(0.78, 0.92)} ${x + r * 0.25} ${y + r * 0.7}`,
    'none',
    `stroke="${mix(skin, '#8a2f2a', 0.6)}" stroke-width="${(r * 0.065).toFixed(1)}" stroke-linecap="round"`,
  );
  const cheeks = [-1, 1]
    .map((side) => circle(x + side * r * 0.5, y + r * 0.48, r * 0.16, '#d9604f', 'opacity="0.16"'))
    .join('');
  const rim = `stroke="${dark}" stroke-width="${(u * 7).toFixed(1)}"`;
  const glasses = random.chance(0.4)
    ? [-1, 1]
        .map((side) => circle(x + side * r * 0.36, y + r * 0.11, r * 0.23, '#ffffff', `fill-opacity="0.15" ${rim}`))
        .join('') + line(x - r * 0.13, y + r * 0.08, x + r * 0.13, y + r * 0.08, dark, u * 7)
    : '';
  return cheeks + brow(-1) + brow(1) + eye(-1) + eye(1) + nose + mouth + glasses;
}

function backHair(style: number, x: number, y: number, r: number, hair: string): string {
  if (style === 1)
    return path(
      p`M ${x - r * 1.02} ${y - r * 0.2} C ${x - r * 1.15} ${y - r * 1.5} ${x + r * 1.15} ${y - r * 1.5} ${x + r * 1.02} ${y - r * 0.2} L ${x + r * 1.12} ${y + r * 1.5} L ${x - r * 1.12} ${y + r * 1.5} Z`,
      hair,
    );
  if (style === 3) return circle(x, y - r * 0.25, r * 1.22, hair);
  if (style === 4) return circle(x, y - r * 1.28, r * 0.42, hair);
  return '';
}

function frontHair(style: number, x: number, y: number, r: number, hair: string): string {
  const cap = path(
    p`M ${x - r * 0.9} ${y - r * 0.02} C ${x - r * 1.05} ${y - r * 1.45} ${x + r * 1.05} ${y - r * 1.45} ${x + r * 0.9} ${y - r * 0.02} C ${x + r * 0.72} ${y - r * 0.55} ${x + r * 0.3} ${y - r * 0.62} ${x - r * 0.1} ${y - r * 0.62} C ${x - r * 0.5} ${y - r * 0.6} ${x - r * 0.78} ${y - r * 0.4} ${x - r * 0.9} ${y - r * 0.02} Z`,
    hair,
  );
  if (style === 2)
    return path(
      p`M ${x - r * 0.88} ${y - r * 0.1} C ${x - r * 1} ${y - r * 1.2} ${x - r * 0.4} ${y - r * 1.35} ${x + r * 0.1} ${y - r * 1.2} C ${x + r * 0.9} ${y - r * 1.15} ${x + r * 0.95} ${y - r * 0.5} ${x + r * 0.87} ${y - r * 0.1} C ${x + r * 0.75} ${y - r * 0.6} ${x + r * 0.1} ${y - r * 0.4} ${x - r * 0.35} ${y - r * 0.75} C ${x - r * 0.6} ${y - r * 0.55} ${x - r * 0.8} ${y - r * 0.4} ${x - r * 0.88} ${y - r * 0.1} Z`,
      hair,
    );
  return cap;
}
