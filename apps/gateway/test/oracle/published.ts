import type { Split } from './split-model.ts';

/** Leaves in the world what some subgraph publishes: types that nothing returns, and interfaces' fields, may be in none. */
export function keepPublished({ world, subgraphs }: Split): void {
  const locals = (name: string) => subgraphs.flatMap(({ types }) => types.get(name) ?? []);
  for (const [name, object] of world.objects) {
    if (object.fields.size > 0 && !subgraphs.some(({ types }) => types.has(name))) {
      world.objects.delete(name);
    }
    const known = object.interfaces.filter((type) =>
      subgraphs.some(({ types }) => types.has(name) && types.get(type)?.kind === 'interface'),
    );
    object.interfaces.splice(0, object.interfaces.length, ...known);
  }
  for (const [name, type] of world.interfaces) {
    const members = type.members.filter((member) => world.objects.get(member)?.interfaces.includes(name));
    const published = new Set(locals(name).flatMap(({ fields }) => [...fields.keys()]));
    for (const field of type.fields.keys()) {
      if (!published.has(field)) {
        type.fields.delete(field);
      }
    }
    world.interfaces.set(name, { ...type, members });
    if (locals(name).length === 0) {
      world.interfaces.delete(name);
    }
  }
  for (const name of world.unions.keys()) {
    const members = new Set(locals(name).flatMap((local) => [...local.members]));
    world.unions.set(name, [...members]);
    if (members.size === 0) {
      world.unions.delete(name);
    }
  }
}
