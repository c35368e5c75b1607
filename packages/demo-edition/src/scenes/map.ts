import { circle, gradient, mix, type Point, p, path, polygon, rect, type Scene, times } from './canvas.ts';

/** A map without names: land with shallows around it, rivers, roads and a route between two pins. */
export const map: Scene = ({ w, h, u, random, palette }) => {
  const sea = mix(palette.cool, '#dcebf0', 0.62);
  const land = mix(palette.paper, palette.mid, 0.12);
  const islands = [
    blob(random.between(0.5, 0.62) * w, h * 0.5, u * 370),
    blob(w * 0.12, h * random.between(0.15, 0.4), u * 150),
    blob(w * 0.9, h * random.between(0.6, 0.9), u * 150),
    blob(w * random.between(0.1, 0.25), h * 0.9, u * 170),
  ];
  function blob(x: number, y: number, radius: number): readonly Point[] {
    const waves = [2, 3, 5, 8, 13].map((turns) => ({
      turns,
      height: random.between(0.4, 1) * (0.5 / turns),
      phase: random.between(0, 6.3),
    }));
    return Array.from({ length: 110 }, (_, index) => {
      const angle = (index / 110) * Math.PI * 2;
      const r =
        radius * (1 + waves.reduce((sum, wave) => sum + Math.sin(angle * wave.turns + wave.phase) * wave.height, 0));
      return [x + Math.cos(angle) * r * 1.45, y + Math.sin(angle) * r] as const;
    });
  }
  const shallows = [64, 40, 20]
    .map((width, index) =>
      islands
        .map((points) =>
          polygon(
            points,
            sea,
            `stroke="${mix(sea, '#ffffff', 0.16 + index * 0.16)}" stroke-width="${(u * width).toFixed(1)}" stroke-linejoin="round"`,
          ),
        )
        .join(''),
    )
    .join('');
  // All outlines first, all land over them: islands that touch become one coast.
  const outline = `stroke="${palette.near}" stroke-width="${(u * 6).toFixed(1)}" stroke-linejoin="round"`;
  const coast = [outline, ''].map((more) => islands.map((points) => polygon(points, land, more)).join('')).join('');
  const inside = `<clipPath id="land">${islands.map((points) => polygon(points, '#000000')).join('')}</clipPath>`;
  const hills = times(34, () =>
    circle(
      w * random.between(0.3, 0.85),
      h * random.between(0.15, 0.85),
      u * random.between(20, 90),
      mix(land, palette.mid, 0.35),
      'opacity="0.28"',
    ),
  );
  const wander = (colour: string, width: number, dash = '') => {
    let [x, y] = [w * random.between(0.3, 0.5), h * random.between(-0.05, 0.3)];
    let d = p`M ${x} ${y}`;
    for (let step = 0; step < 6; step++) {
      const [nx, ny] = [x + w * random.between(-0.02, 0.14), y + h * random.between(0.08, 0.24)];
      d += p` Q ${x + random.between(-60, 90) * u} ${(y + ny) / 2} ${nx} ${ny}`;
      [x, y] = [nx, ny];
    }
    return path(
      d,
      'none',
      `stroke="${colour}" stroke-width="${(u * width).toFixed(1)}" stroke-linecap="round" ${dash}`,
    );
  };
  const grid = times(
    9,
    (index) =>
      rect((index / 9) * w, 0, u * 1.4, h, palette.near, 'opacity="0.13"') +
      rect(0, (index / 9) * h, w, u * 1.4, palette.near, 'opacity="0.13"'),
  );
  const [ax, ay, bx, by] = [w * 0.14, h * random.between(0.3, 0.7), w * 0.68, h * random.between(0.3, 0.6)];
  const route = path(
    p`M ${ax} ${ay} C ${w * 0.3} ${h * 0.95} ${w * 0.45} ${h * 0.1} ${bx} ${by}`,
    'none',
    `stroke="${palette.warm}" stroke-width="${(u * 9).toFixed(1)}" stroke-dasharray="${(u * 4).toFixed(1)} ${(u * 22).toFixed(1)}" stroke-linecap="round"`,
  );
  const pin = (x: number, y: number) =>
    path(
      p`M ${x} ${y} C ${x - u * 60} ${y - u * 70} ${x - u * 40} ${y - u * 130} ${x} ${y - u * 130} C ${x + u * 40} ${y - u * 130} ${x + u * 60} ${y - u * 70} ${x} ${y} Z`,
      palette.warm,
      `stroke="#ffffff" stroke-width="${(u * 5).toFixed(1)}"`,
    ) + circle(x, y - u * 84, u * 17, '#ffffff');
  return (
    gradient('sea', [sea, mix(sea, palette.cool, 0.25)]) +
    rect(0, 0, w, h, 'url(#sea)') +
    shallows +
    coast +
    inside +
    `<g clip-path="url(#land)">${hills}${wander(palette.cool, 9)}${wander(palette.cool, 6)}${wander('#ffffff', 11)}${wander(palette.warm, 4)}${wander('#ffffff', 7)}</g>` +
    grid +
    route +
    pin(ax, ay) +
    pin(bx, by)
  );
};
