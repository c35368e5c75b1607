/** The formats of renditions: extension in the URL, media type, and the quality that is taken when none is asked for. */
export const formats = {
  AVIF: { extension: 'avif', mimeType: 'image/avif', quality: 55 },
  WEBP: { extension: 'webp', mimeType: 'image/webp', quality: 75 },
  JPEG: { extension: 'jpg', mimeType: 'image/jpeg', quality: 80 },
  PNG: { extension: 'png', mimeType: 'image/png', quality: 100 },
} as const;

export type Format = keyof typeof formats;

const byExtension = new Map<string, Format>(
  (Object.keys(formats) as Format[]).map((format) => [formats[format].extension, format]),
);

export function formatOfExtension(extension: string): Format | undefined {
  return byExtension.get(extension);
}
