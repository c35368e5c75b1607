// Generated from the .graphql files by `npm run codegen`. Edit those.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocument as DocumentNode } from '@dateline/client/typed-document';
import { gql } from '@dateline/client/typed-document';
export type Depth =
  | 'DEEP'
  | 'SHALLOW';

export type MooringInput = {
  readonly at?: string | null | undefined;
  readonly harbour: string;
  readonly ships: ReadonlyArray<string>;
};

export type ShipsFragment = { readonly ships: ReadonlyArray<
    | { readonly __typename: 'Ferry', readonly seats: number, readonly name: string }
    | { readonly __typename: 'Tug', readonly name: string }
  > };

export type PortFragment = { readonly id: string, readonly name: string, readonly depth: Depth, readonly openedAt: string | null, readonly ships: ReadonlyArray<
    | { readonly __typename: 'Ferry', readonly seats: number, readonly name: string }
    | { readonly __typename: 'Tug', readonly name: string }
  > };

export type HarbourByNameQueryVariables = Exact<{
  name: string;
}>;


export type HarbourByNameQuery = { readonly harbour: { readonly id: string, readonly name: string, readonly depth: Depth, readonly openedAt: string | null, readonly ships: ReadonlyArray<
      | { readonly __typename: 'Ferry', readonly seats: number, readonly name: string }
      | { readonly __typename: 'Tug', readonly name: string }
    > } | null };

export type HarbourWeatherQueryVariables = Exact<{
  name: string;
}>;


export type HarbourWeatherQuery = { readonly harbour: { readonly name: string, readonly weather: string | null } | null };

export type HarbourTokenQueryVariables = Exact<{ [key: string]: never; }>;


export type HarbourTokenQuery = { readonly harbour: { readonly token: string | null } | null };

export type MoorMutationVariables = Exact<{
  input: MooringInput;
}>;


export type MoorMutation = { readonly moor: { readonly ships: ReadonlyArray<
      | { readonly __typename: 'Ferry', readonly seats: number, readonly name: string }
      | { readonly __typename: 'Tug', readonly name: string }
    > } | null };

export const ShipsFragmentDoc = /*#__PURE__*/ gql`
    fragment Ships on Harbour {
  ships {
    __typename
    name
    ... on Ferry {
      seats
    }
  }
}
    ` as unknown as DocumentNode<ShipsFragment, unknown>;
export const PortFragmentDoc = /*#__PURE__*/ gql`
    fragment Port on Harbour {
  id
  name
  depth
  openedAt
  ...Ships
}
    ` as unknown as DocumentNode<PortFragment, unknown>;
export const HarbourByNameDocument = /*#__PURE__*/ gql`
    query HarbourByName($name: String!) {
  harbour(name: $name) {
    ...Port
  }
}
    ${PortFragmentDoc}
${ShipsFragmentDoc}` as unknown as DocumentNode<HarbourByNameQuery, HarbourByNameQueryVariables>;
export const HarbourWeatherDocument = /*#__PURE__*/ gql`
    query HarbourWeather($name: String!) {
  harbour(name: $name) {
    name
    weather
  }
}
    ` as unknown as DocumentNode<HarbourWeatherQuery, HarbourWeatherQueryVariables>;
export const HarbourTokenDocument = /*#__PURE__*/ gql`
    query HarbourToken {
  harbour(name: "Ansel") {
    token
  }
}
    ` as unknown as DocumentNode<HarbourTokenQuery, HarbourTokenQueryVariables>;
export const MoorDocument = /*#__PURE__*/ gql`
    mutation Moor($input: MooringInput!) {
  moor(input: $input) {
    ...Ships
  }
}
    ${ShipsFragmentDoc}` as unknown as DocumentNode<MoorMutation, MoorMutationVariables>;