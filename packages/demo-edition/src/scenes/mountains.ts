import { type Canvas, mix, type Point, polygon, type Scene, times } from './canvas.ts';
import { pine } from './figures.ts';
import { birds, clouds, ridge, sky } from './landscape.ts';

/** Snowy peaks with a lit and a shaded side, hills in the haze before them, pines in front. */
export const mountains: Scene = (canvas) => {
  const { w, h, u, random, palette } = canvas;
  const layers = random.int(3, 5);
  const far = times(6, (index) => peak(canvas, w * (index / 5), h * 0.7, u * random.between(250, 380), 0.35));
  const near = times(4, (index) =>
    peak(canvas, w * (0.08 + index * 0.29 + random.between(-0.06, 0.06)), h * 0.72, u * random.between(330, 560), 0.75),
  );
  const hills = times(layers, (index) => {
    const share = (index + 1) / layers;
    return ridge(
      canvas,
      h * (0.68 + share * 0.25),
      u * (170 - share * 60),
      mix(palette.far, palette.near, share),
      0.48,
    );
  });
  const wood = times(70, (index) => {
    const depth = index / 70;
    const size = u * (60 + depth * 130) * random.between(0.7, 1.2);
    return pine(random.next() * w, h * (0.86 + depth * 0.2), size, mix(palette.near, palette.ink, 0.3 + depth * 0.6));
  });
  return sky(canvas, h * 0.75) + clouds(canvas, h * 0.4, 6) + birds(canvas, h * 0.3) + far + near + hills + wood;
};

/** One peak of a height: its flanks, and snow that ends in a jagged line. `depth` 0 is lost in haze, 1 stands near. */
function peak({ u, random, palette }: Canvas, x: number, footY: number, height: number, depth: number): string {
  const rock = mix(palette.sky[2], mix(palette.far, palette.mid, 0.55), 0.45 + depth * 0.55);
  const half = height * random.between(0.8, 1.05);
  const top: Point = [x, footY - height];
  const flank = (side: number): Point[] =>
    [0.22, 0.45, 0.7, 1].map(
      (share) =>
        [
          x + side * half * share + random.between(-12, 12) * u,
          footY - height * (1 - share) + random.between(-14, 14) * u,
        ] as const,
    );
  const spine = [0.18, 0.36, 0.55, 0.78, 1].map(
    (share, index) =>
      [x + (index % 2 ? -1 : 1) * half * 0.07 + half * share * 0.12, footY - height * (1 - share)] as const,
  );
  const [left, right] = [flank(-1), flank(1)];
  const snowLine = pointsOf(9, (index) => {
    const share = index / 8;
    const fall = 0.3 + (index % 2 ? 0.1 : -0.03) + random.between(-0.03, 0.03);
    return [x + (1 - share * 2) * half * 0.3, footY - height * (1 - fall)] as const;
  });
  const snow = polygon([top, ...snowLine], palette.paper, 'opacity="0.92"');
  const shade = polygon(
    [top, ...spine, ...[...right].reverse()],
    palette.near,
    `opacity="${(0.14 + depth * 0.2).toFixed(2)}"`,
  );
  return polygon([top, ...right, ...[...left].reverse()], rock) + snow + shade;
}

function pointsOf(count: number, point: (index: number) => Point): Point[] {
  return Array.from({ length: count }, (_, index) => point(index));
}
