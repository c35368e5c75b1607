import { gradient, mix, p, path, polygon, rect, type Scene, times } from './canvas.ts';
import { person, skins } from './figures.ts';

/** Tall trunks in mist with shafts of light and ferns, a walker for scale. */
export const forest: Scene = (canvas) => {
  const { w, h, u, random, palette } = canvas;
  const depthLayers = times(4, (layer) => {
    const near = layer / 3;
    const colour = mix(mix(palette.far, palette.sky[2], 0.35), palette.ink, near * 0.92);
    const trunks = times(16 - layer * 3, () => {
      const x = random.between(-0.02, 1.02) * w;
      const width = u * (16 + near * 56) * random.between(0.7, 1.3);
      const foot = h * (0.72 + near * 0.2);
      const boughs = times(4, () => {
        const by = random.between(0.05, 0.5) * h;
        const side = random.chance(0.5) ? 1 : -1;
        return path(
          p`M ${x} ${by} Q ${x + side * width * 2} ${by - u * 20} ${x + side * width * 3.2} ${by - u * random.between(40, 110)} Q ${x + side * width * 1.6} ${by + u * 4} ${x} ${by + width * 0.5} Z`,
          colour,
        );
      });
      return (
        path(
          p`M ${x - width * 0.4} ${-5} L ${x + width * 0.4} ${-5} L ${x + width * 0.55} ${foot - u * 30} Q ${x + width * 0.7} ${foot} ${x + width * 1.1} ${foot + u * 12} L ${x - width * 1.1} ${foot + u * 12} Q ${x - width * 0.7} ${foot} ${x - width * 0.55} ${foot - u * 30} Z`,
          colour,
        ) + boughs
      );
    });
    const earth = path(
      p`M 0 ${h * (0.71 + near * 0.2)} Q ${w * 0.3} ${h * (0.68 + near * 0.2)} ${w * 0.55} ${h * (0.71 + near * 0.2)} T ${w} ${h * (0.7 + near * 0.2)} L ${w} ${h} L 0 ${h} Z`,
      mix(mix(palette.mid, palette.sky[2], 0.4), palette.near, near),
    );
    const walker =
      layer === 2
        ? person(
            canvas,
            w * random.between(0.35, 0.65),
            h * 0.86,
            u * 170,
            palette.warm,
            random.pick(skins),
            palette.ink,
          )
        : '';
    return trunks + earth + walker;
  });
  const shafts = times(6, () => {
    const x = random.between(0, 1.1) * w;
    return polygon(
      [
        [x, -5],
        [x + u * 70, -5],
        [x - u * 260, h],
        [x - u * 470, h],
      ],
      palette.sun,
      'opacity="0.1"',
    );
  });
  const ferns = times(46, () => {
    const [x, y, s] = [random.next() * w, h * random.between(0.93, 1.02), u * random.between(40, 100)];
    return times(5, (index) =>
      path(
        p`M ${x} ${y} Q ${x + (index - 2) * s * 0.35} ${y - s} ${x + (index - 2) * s * 0.75} ${y - s * 0.55} Q ${x + (index - 2) * s * 0.3} ${y - s * 0.6} ${x} ${y} Z`,
        mix(palette.near, '#4f8a45', random.between(0.2, 0.75)),
      ),
    );
  });
  return (
    gradient('mist', [mix(palette.mid, palette.sky[2], 0.55), palette.sky[2], mix(palette.sky[2], '#ffffff', 0.3)]) +
    rect(0, 0, w, h, 'url(#mist)') +
    depthLayers +
    shafts +
    ferns
  );
};
