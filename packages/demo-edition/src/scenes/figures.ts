import { type Canvas, circle, line, p, path, polygon, rect, times } from './canvas.ts';

/** A round tree standing on (x, y). */
export function tree({ u, random }: Canvas, x: number, y: number, size: number, leaf: string, trunk: string): string {
  const crown = times(5, () =>
    circle(
      x + random.between(-0.3, 0.3) * size,
      y - size * random.between(0.62, 1.05),
      size * random.between(0.2, 0.32),
      leaf,
    ),
  );
  return line(x, y, x, y - size * 0.7, trunk, Math.max(u * 2, size * 0.07)) + crown;
}

/** A conifer standing on (x, y). */
export function pine(x: number, y: number, size: number, fill: string): string {
  return (
    times(4, (tier) => {
      const top = y - size + tier * size * 0.2;
      const half = size * (0.1 + tier * 0.055);
      return polygon(
        [
          [x, top],
          [x + half, top + size * 0.32],
          [x - half, top + size * 0.32],
        ],
        fill,
      );
    }) + rect(x - size * 0.025, y - size * 0.1, size * 0.05, size * 0.1, fill)
  );
}

/** A standing person as a simple figure, feet on (x, y). */
export function person(
  { random }: Canvas,
  x: number,
  y: number,
  size: number,
  coat: string,
  skin: string,
  dark: string,
): string {
  const lean = random.between(-0.04, 0.04) * size;
  return (
    line(x - size * 0.07, y, x - size * 0.05, y - size * 0.42, dark, size * 0.09) +
    line(x + size * 0.07, y, x + size * 0.05, y - size * 0.42, dark, size * 0.09) +
    path(
      p`M ${x - size * 0.16} ${y - size * 0.36} Q ${x - size * 0.2 + lean} ${y - size * 0.8} ${x + lean} ${y - size * 0.8} Q ${x + size * 0.2 + lean} ${y - size * 0.8} ${x + size * 0.16} ${y - size * 0.36} Z`,
      coat,
    ) +
    circle(x + lean, y - size * 0.89, size * 0.095, skin)
  );
}

/** Skin tones for flat figures. */
export const skins = ['#f2c9a5', '#e0a97f', '#c58a5e', '#9a633d', '#6f4429', '#f7d9bf'] as const;
