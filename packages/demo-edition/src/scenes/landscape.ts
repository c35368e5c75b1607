import {
  type Canvas,
  circle,
  ellipse,
  glow,
  gradient,
  mix,
  type Point,
  p,
  path,
  polygon,
  rect,
  times,
} from './canvas.ts';

/** Sky down to the horizon, with a sun or moon and its glow. */
export function sky({ w, h, u, random, palette }: Canvas, horizonY: number, withSun = true): string {
  const x = w * random.between(0.2, 0.8);
  const y = horizonY * random.between(0.3, 0.72);
  const disc = withSun
    ? circle(x, y, u * 420, 'url(#sunGlow)') + circle(x, y, u * random.between(38, 62), palette.sun, 'opacity="0.95"')
    : '';
  return (
    gradient('sky', palette.sky) +
    glow('sunGlow', palette.sun, 0.55) +
    rect(0, 0, w, Math.min(h, horizonY + 2), 'url(#sky)') +
    disc
  );
}

/** Long flat clouds, each made of overlapping ellipses. */
export function clouds({ w, u, random, palette }: Canvas, lowestY: number, count = 5): string {
  return times(count, () => {
    const x = random.between(-0.05, 1.05) * w;
    const y = random.between(0.08, 0.85) * lowestY;
    const length = u * random.between(90, 210);
    const puffs = times(random.int(4, 6), (index) =>
      ellipse(
        x + (index - 2.5) * length * 0.36,
        y - u * random.between(0, 16),
        length * random.between(0.26, 0.42),
        u * random.between(12, 26),
        palette.paper,
      ),
    );
    return `<g opacity="${random.between(0.18, 0.5).toFixed(2)}">${puffs}${ellipse(x, y + u * 8, length, u * 10, palette.paper)}</g>`;
  });
}

/** The points of a rugged line across the picture, by halving and shifting. */
export function ridgeLine({ w, random }: Canvas, baseY: number, height: number, roughness = 0.52): Point[] {
  let heights = [random.between(0.2, 0.9), random.between(0.2, 0.9)];
  let shift = 0.55;
  for (let round = 0; round < 7; round++) {
    heights = heights.flatMap((value, index) => {
      const following = heights[index + 1];
      return following === undefined ? [value] : [value, (value + following) / 2 + random.between(-shift, shift) * 0.5];
    });
    shift *= roughness;
  }
  return heights.map((value, index) => [(index / (heights.length - 1)) * w, baseY - value * height] as const);
}

/** One layer of hills, filled down to the foot of the picture. */
export function ridge(canvas: Canvas, baseY: number, height: number, fill: string, roughness = 0.52): string {
  return polygon([[0, canvas.h], ...ridgeLine(canvas, baseY, height, roughness), [canvas.w, canvas.h]], fill);
}

/** Water from a line down, with glints that grow towards the viewer. */
export function water({ w, h, u, random, palette }: Canvas, topY: number): string {
  const glints = times(150, () => {
    const depth = random.next() ** 1.5;
    const y = topY + depth * (h - topY);
    const length = u * (8 + depth * 110) * random.between(0.5, 1.4);
    return rect(
      random.between(-0.05, 1) * w,
      y,
      length,
      u * (1 + depth * 3.2),
      random.chance(0.7) ? palette.sky[2] : palette.near,
      `opacity="${random.between(0.12, 0.45).toFixed(2)}" rx="${(u * 2).toFixed(1)}"`,
    );
  });
  return (
    gradient('water', [mix(palette.sky[2], palette.cool, 0.35), mix(palette.mid, palette.cool, 0.4), palette.near]) +
    rect(0, topY, w, h - topY, 'url(#water)') +
    glints
  );
}

/** A few far birds. */
export function birds({ w, u, random, palette }: Canvas, lowestY: number): string {
  return times(random.int(3, 8), () => {
    const [x, y, s] = [random.between(0.1, 0.9) * w, random.between(0.15, 0.8) * lowestY, u * random.between(6, 15)];
    return path(
      p`M ${x - s} ${y - s * 0.3} Q ${x - s * 0.4} ${y - s * 0.7} ${x} ${y} Q ${x + s * 0.4} ${y - s * 0.7} ${x + s} ${y - s * 0.3}`,
      'none',
      `stroke="${palette.ink}" stroke-width="${(u * 2.2).toFixed(1)}" opacity="0.6"`,
    );
  });
}
