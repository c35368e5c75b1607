/** One resolver map from those of several modules; each field stands in one module only. Throws when it stands in two. */
export function mergeResolvers<Resolvers extends object>(maps: readonly Resolvers[]): Resolvers {
  const merged: Record<string, object> = {};
  for (const [typeName, fields] of maps.flatMap((map) => Object.entries(map))) {
    const known = merged[typeName] ?? {};
    const twice = Object.keys(fields).find((field) => Object.hasOwn(known, field));
    if (twice) throw new Error(`${typeName}.${twice} is resolved in two modules.`);
    merged[typeName] = { ...known, ...fields };
  }
  return merged as Resolvers;
}
