/** What JSON can hold: the values of arguments, variables and scalars. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

export type JsonObject = { readonly [key: string]: Json };

/** An argument, or a field of an input object. `shape` is its type with `%` for the name: `[%!]!`. */
export interface Input {
  readonly name: string;
  readonly type: string;
  readonly shape: string;
  readonly preset?: Json;
}

/** A part of a @requires, @provides or @key field set. */
export interface Part {
  readonly field: string;
  readonly args?: JsonObject;
  /** What the arguments are. */
  readonly inputs?: readonly Input[];
  readonly parts?: readonly Part[];
  /** The concrete type that the part is asked of, when what holds it is abstract. */
  readonly on?: string;
}

export interface Field {
  readonly name: string;
  type: string;
  shape: string;
  readonly inputs: readonly Input[];
  /** The type whose name seeds the value: the interface's own for fields that an interface object gives. */
  readonly origin: string;
  /** What it may be: concrete types of an abstract type, values of an enum. */
  members: readonly string[];
  /** Values tell the objects of a type apart. */
  readonly unique: boolean;
  /** What the value is made from besides the object itself. */
  requires: readonly Part[] | undefined;
  /** A context argument: the value is made from what the nearest object of another type holds. */
  context: ContextUse | undefined;
  /** Not in the API schema. */
  hidden: boolean;
}

export interface ContextUse {
  readonly name: string;
  readonly type: string;
  readonly field: string;
}

export interface ObjectType {
  readonly name: string;
  /** Entities are fetched by a key; values only with what holds them. */
  readonly entity: boolean;
  readonly keys: readonly (readonly Part[])[];
  readonly interfaces: string[];
  readonly fields: Map<string, Field>;
}

export interface InterfaceType {
  readonly name: string;
  readonly members: readonly string[];
  readonly fields: Map<string, Field>;
  /** The leaf that every subgraph's version of the interface has. */
  readonly anchor: string;
  /** An entity interface: some subgraphs see it as one object (@interfaceObject). */
  readonly entity: boolean;
}

/** All that there is to know, as if one server knew it: the monolith. */
export interface World {
  readonly seed: number;
  readonly scalars: readonly string[];
  readonly enums: ReadonlyMap<string, readonly string[]>;
  readonly inputs: Map<string, readonly Input[]>;
  readonly objects: Map<string, ObjectType>;
  readonly interfaces: Map<string, InterfaceType>;
  readonly unions: Map<string, readonly string[]>;
  /** The types that set a context, each with what is used of it. */
  readonly contexts: ContextUse[];
}

/** How many objects there are of each entity. */
export const objectsPerEntity = 5;

/** The concrete types that a name stands for: itself, or the members of an abstract type. */
export function concreteTypes(world: World, name: string): readonly string[] {
  return world.unions.get(name) ?? world.interfaces.get(name)?.members ?? [name];
}

export function isComposite(world: World, name: string): boolean {
  return world.objects.has(name) || world.unions.has(name) || world.interfaces.has(name);
}

/** `[%!]!` and `Book` make `[Book!]!`. */
export function typeText(of: { readonly type: string; readonly shape: string }): string {
  return of.shape.replace('%', of.type);
}
