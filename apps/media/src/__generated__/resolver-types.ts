import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { ImageRow } from '../modules/image/image.ts';
import type { Context } from '../context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** RFC 3339, always with an offset: 2017-11-21T21:03:00+02:00. */
  DateTime: { input: string; output: string; }
  /** HTML, sanitised on the way in and again on the way out. */
  Html: { input: string; output: string; }
  /** BCP 47: en, he, ar-EG. */
  LanguageTag: { input: string; output: string; }
  /** Absolute, http or https. */
  Url: { input: string; output: string; }
  _FieldSet: { input: unknown; output: unknown; }
};

/** The line that says whose picture it is. */
export type Attribution = {
  readonly __typename?: 'Attribution';
  /** The line's direction. */
  readonly direction: TextDirection;
  /** 'Photo', in the reader's language. */
  readonly label: Scalars['String']['output'];
  /** Whose it is, in the reader's language where its name is known there. */
  readonly name: Scalars['String']['output'];
  /** Both, as a line: 'Photo: Reuters'. */
  readonly text: Scalars['String']['output'];
};

/** What will be uploaded. */
export type CreateUploadInput = {
  /** Exactly how many bytes will come. */
  readonly byteSize: Scalars['Int']['input'];
  /** For people only. */
  readonly fileName?: InputMaybe<Scalars['String']['input']>;
  /** image/jpeg, image/png, image/webp, image/avif or image/tiff; what the bytes are is looked at again. */
  readonly mimeType: Scalars['String']['input'];
};

/** How a picture fits a box of another shape. */
export type Fit =
  /** Stands whole in the box. */
  | 'CONTAIN'
  /** Fills the box; what stands over is cut off, away from the focal point. */
  | 'COVER';

/** A point in a picture, from its top left corner: 0 to 1 each way. */
export type FocalPoint = {
  readonly __typename?: 'FocalPoint';
  /** Across. */
  readonly x: Scalars['Float']['output'];
  /** Down. */
  readonly y: Scalars['Float']['output'];
};

/** A point in a picture, from its top left corner: 0 to 1 each way. */
export type FocalPointInput = {
  readonly x: Scalars['Float']['input'];
  readonly y: Scalars['Float']['input'];
};

/** A picture: its file, its words, and its renditions. */
export type Image = {
  readonly __typename?: 'Image';
  /** What it shows, for who cannot see it. */
  readonly altText?: Maybe<Scalars['String']['output']>;
  /** The credit as a line in the reader's language: 'Photo: Reuters', 'צילום: רויטרס', with its direction. Null without a credit. */
  readonly attribution?: Maybe<Attribution>;
  /** Of the original. */
  readonly byteSize: Scalars['Int']['output'];
  /** What it shows, for everybody. */
  readonly caption?: Maybe<Scalars['String']['output']>;
  /** When it was taken. */
  readonly capturedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who holds the copyright. */
  readonly copyrightNotice?: Maybe<Scalars['String']['output']>;
  /** When it came in. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Who made it. */
  readonly creator?: Maybe<Scalars['String']['output']>;
  /** As the supplier writes it: 'Reuters'. */
  readonly credit?: Maybe<Scalars['String']['output']>;
  /** SHA-256 of the original bytes, hexadecimal. */
  readonly digest: Scalars['String']['output'];
  /** The average colour, as #rrggbb. */
  readonly dominantColour?: Maybe<Scalars['String']['output']>;
  /** The point that a crop keeps, as fractions of width and height. */
  readonly focalPoint: FocalPoint;
  /** Pixels down, as shown. */
  readonly height: Scalars['Int']['output'];
  /** Stable for ever. */
  readonly id: Scalars['ID']['output'];
  /** Words to find it by. */
  readonly keywords: ReadonlyArray<Scalars['String']['output']>;
  /** Never the coordinates: city and country at most. */
  readonly location?: Maybe<Scalars['String']['output']>;
  /** Of the original: image/jpeg. */
  readonly mimeType: Scalars['String']['output'];
  /** A data: URL of at most 1 kB (ThumbHash), to paint before the picture comes. */
  readonly placeholder?: Maybe<Scalars['String']['output']>;
  /** One picture file, never upscaled. aspectRatio as '16:9'. AUTO gives the type that every browser of today reads well: WebP. */
  readonly rendition?: Maybe<Rendition>;
  /** Who supplied it. */
  readonly source?: Maybe<Scalars['String']['output']>;
  /** A ready srcset for the widths, never upscaled. */
  readonly srcset?: Maybe<Scalars['String']['output']>;
  /** When its words were last changed. */
  readonly updatedAt: Scalars['DateTime']['output'];
  /** What others may do with it. */
  readonly usageTerms?: Maybe<Scalars['String']['output']>;
  /** Pixels across, as shown (after EXIF orientation). */
  readonly width: Scalars['Int']['output'];
};


/** A picture: its file, its words, and its renditions. */
export type ImageAttributionArgs = {
  locale?: InputMaybe<Scalars['LanguageTag']['input']>;
};


/** A picture: its file, its words, and its renditions. */
export type ImageRenditionArgs = {
  aspectRatio?: InputMaybe<Scalars['String']['input']>;
  fit?: InputMaybe<Fit>;
  format?: InputMaybe<ImageFormat>;
  height?: InputMaybe<Scalars['Int']['input']>;
  quality?: InputMaybe<Scalars['Int']['input']>;
  width?: InputMaybe<Scalars['Int']['input']>;
};


/** A picture: its file, its words, and its renditions. */
export type ImageSrcsetArgs = {
  aspectRatio?: InputMaybe<Scalars['String']['input']>;
  format?: InputMaybe<ImageFormat>;
  widths: ReadonlyArray<Scalars['Int']['input']>;
};

/** A page of pictures (Relay Cursor Connections). */
export type ImageConnection = {
  readonly __typename?: 'ImageConnection';
  /** The pictures with their cursors. */
  readonly edges: ReadonlyArray<ImageEdge>;
  /** The pictures alone. */
  readonly nodes: ReadonlyArray<Image>;
  /** Where the page begins and ends. */
  readonly pageInfo: PageInfo;
};

/** A picture in a list. */
export type ImageEdge = {
  readonly __typename?: 'ImageEdge';
  /** Opaque; good for after. */
  readonly cursor: Scalars['String']['output'];
  /** The picture. */
  readonly node: Image;
};

/** File formats of a rendition. */
export type ImageFormat =
  /** The best that every browser of today reads: WebP. */
  | 'AUTO'
  /** Smallest, slowest to make. */
  | 'AVIF'
  /** Read everywhere. */
  | 'JPEG'
  /** Without loss. */
  | 'PNG'
  /** Small. */
  | 'WEBP';

/** What became of a change. */
export type ImagePayload = {
  readonly __typename?: 'ImagePayload';
  /** The picture as it stands now. */
  readonly image?: Maybe<Image>;
  /** What has to be mended; then nothing was changed. */
  readonly userErrors: ReadonlyArray<UserError>;
};

export type Mutation = {
  readonly __typename?: 'Mutation';
  /** Step 2: the bytes are there. Sniffs, decodes, reads metadata, makes the placeholder. Idempotent: the same bytes (SHA-256) are one picture. Editors only. */
  readonly completeUpload: ImagePayload;
  /** Step 1 of an upload: where to PUT the bytes (a signed URL of this service), until when, and the size allowed. Editors only. */
  readonly createUpload: UploadTicket;
  /** Changes what the input names. A field that is not given stays; null empties it. Editors only. */
  readonly updateImage: ImagePayload;
};


export type MutationCompleteUploadArgs = {
  uploadId: Scalars['ID']['input'];
};


export type MutationCreateUploadArgs = {
  input: CreateUploadInput;
};


export type MutationUpdateImageArgs = {
  id: Scalars['ID']['input'];
  input: UpdateImageInput;
};

/** Where a page of a list begins and ends (Relay Cursor Connections). */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /** The cursor of the last edge; null on an empty page. */
  readonly endCursor?: Maybe<Scalars['String']['output']>;
  /** More follows this page. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** Something stands before this page. */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** The cursor of the first edge; null on an empty page. */
  readonly startCursor?: Maybe<Scalars['String']['output']>;
};

export type Query = {
  readonly __typename?: 'Query';
  /** A picture by id; null where there is none. */
  readonly image?: Maybe<Image>;
  /** Pictures, newest first. match searches caption, credit and keywords. first is at most 100; 20 by default. */
  readonly images: ImageConnection;
};


export type QueryImageArgs = {
  id: Scalars['ID']['input'];
};


export type QueryImagesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  match?: InputMaybe<Scalars['String']['input']>;
};

/** One picture file, ready to be fetched. Its URL is signed, and what stands behind it never changes. */
export type Rendition = {
  readonly __typename?: 'Rendition';
  /** Pixels down. */
  readonly height: Scalars['Int']['output'];
  /** image/avif, image/webp, image/jpeg or image/png. */
  readonly mimeType: Scalars['String']['output'];
  /** Where it is. */
  readonly url: Scalars['Url']['output'];
  /** Pixels across. */
  readonly width: Scalars['Int']['output'];
};

/** The direction in which a text is read. */
export type TextDirection =
  /** Left to right, as English. */
  | 'LTR'
  /** Right to left, as Hebrew and Arabic. */
  | 'RTL';

/** Words of a picture to be changed. */
export type UpdateImageInput = {
  readonly altText?: InputMaybe<Scalars['String']['input']>;
  readonly caption?: InputMaybe<Scalars['String']['input']>;
  readonly copyrightNotice?: InputMaybe<Scalars['String']['input']>;
  readonly creator?: InputMaybe<Scalars['String']['input']>;
  readonly credit?: InputMaybe<Scalars['String']['input']>;
  /** From the top left corner, 0 to 1 each way. */
  readonly focalPoint?: InputMaybe<FocalPointInput>;
  readonly keywords?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  readonly source?: InputMaybe<Scalars['String']['input']>;
  readonly usageTerms?: InputMaybe<Scalars['String']['input']>;
};

/** Where to PUT the bytes. */
export type UploadTicket = {
  readonly __typename?: 'UploadTicket';
  /** After this the URL is refused. */
  readonly expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** More is refused. */
  readonly maxBytes?: Maybe<Scalars['Int']['output']>;
  /** For completeUpload; null when there are userErrors. */
  readonly uploadId?: Maybe<Scalars['ID']['output']>;
  /** PUT the bytes here, with the content type that was named. */
  readonly url?: Maybe<Scalars['Url']['output']>;
  /** What has to be mended. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What a person can mend. path names the input field, as ['input','headline']. message is for people, code for programs. */
export type UserError = {
  readonly __typename?: 'UserError';
  /** For programs. */
  readonly code: Scalars['String']['output'];
  /** For people, in plain words. */
  readonly message: Scalars['String']['output'];
  /** The input field at fault. */
  readonly path?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  Image: Image;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Image:
    ( { __typename: 'Image' }
    & GraphQLRecursivePick<FederationTypes['Image'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Attribution: ResolverTypeWrapper<Attribution>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  CreateUploadInput: CreateUploadInput;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Fit: Fit;
  FocalPoint: ResolverTypeWrapper<FocalPoint>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  FocalPointInput: FocalPointInput;
  Html: ResolverTypeWrapper<Scalars['Html']['output']>;
  Image: ResolverTypeWrapper<ImageRow>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  ImageConnection: ResolverTypeWrapper<Omit<ImageConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['ImageEdge']>, nodes: ReadonlyArray<ResolversTypes['Image']> }>;
  ImageEdge: ResolverTypeWrapper<Omit<ImageEdge, 'node'> & { node: ResolversTypes['Image'] }>;
  ImageFormat: ImageFormat;
  ImagePayload: ResolverTypeWrapper<Omit<ImagePayload, 'image'> & { image?: Maybe<ResolversTypes['Image']> }>;
  LanguageTag: ResolverTypeWrapper<Scalars['LanguageTag']['output']>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Rendition: ResolverTypeWrapper<Rendition>;
  TextDirection: TextDirection;
  UpdateImageInput: UpdateImageInput;
  UploadTicket: ResolverTypeWrapper<UploadTicket>;
  Url: ResolverTypeWrapper<Scalars['Url']['output']>;
  UserError: ResolverTypeWrapper<UserError>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Attribution: Attribution;
  String: Scalars['String']['output'];
  CreateUploadInput: CreateUploadInput;
  DateTime: Scalars['DateTime']['output'];
  FocalPoint: FocalPoint;
  Float: Scalars['Float']['output'];
  FocalPointInput: FocalPointInput;
  Html: Scalars['Html']['output'];
  Image: ImageRow;
  ID: Scalars['ID']['output'];
  ImageConnection: Omit<ImageConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['ImageEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Image']> };
  ImageEdge: Omit<ImageEdge, 'node'> & { node: ResolversParentTypes['Image'] };
  ImagePayload: Omit<ImagePayload, 'image'> & { image?: Maybe<ResolversParentTypes['Image']> };
  LanguageTag: Scalars['LanguageTag']['output'];
  Mutation: Record<PropertyKey, never>;
  PageInfo: PageInfo;
  Query: Record<PropertyKey, never>;
  Rendition: Rendition;
  UpdateImageInput: UpdateImageInput;
  UploadTicket: UploadTicket;
  Url: Scalars['Url']['output'];
  UserError: UserError;
  Boolean: Scalars['Boolean']['output'];
  Int: Scalars['Int']['output'];
};

export type CacheControlDirectiveArgs = {
  inheritMaxAge?: Maybe<Scalars['Boolean']['input']>;
  maxAge?: Maybe<Scalars['Int']['input']>;
};

export type CacheControlDirectiveResolver<Result, Parent, ContextType = Context, Args = CacheControlDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type AttributionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Attribution'] = ResolversParentTypes['Attribution']> = {
  direction?: Resolver<ResolversTypes['TextDirection'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type FocalPointResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FocalPoint'] = ResolversParentTypes['FocalPoint']> = {
  x?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  y?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export interface HtmlScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Html'], any> {
  name: 'Html';
}

export type ImageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Image'] = ResolversParentTypes['Image'], FederationReferenceType extends FederationReferenceTypes['Image'] = FederationReferenceTypes['Image']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Image']> | FederationReferenceType, FederationReferenceType, ContextType>;
  altText?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  attribution?: Resolver<Maybe<ResolversTypes['Attribution']>, ParentType, ContextType, Partial<ImageAttributionArgs>>;
  byteSize?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  caption?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  capturedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  copyrightNotice?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  creator?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  credit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  digest?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  dominantColour?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  focalPoint?: Resolver<ResolversTypes['FocalPoint'], ParentType, ContextType>;
  height?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  keywords?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  location?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  mimeType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  placeholder?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rendition?: Resolver<Maybe<ResolversTypes['Rendition']>, ParentType, ContextType, RequireFields<ImageRenditionArgs, 'fit' | 'format'>>;
  source?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  srcset?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<ImageSrcsetArgs, 'format' | 'widths'>>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  usageTerms?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  width?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ImageConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImageConnection'] = ResolversParentTypes['ImageConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ImageEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Image']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ImageEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImageEdge'] = ResolversParentTypes['ImageEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Image'], ParentType, ContextType>;
};

export type ImagePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImagePayload'] = ResolversParentTypes['ImagePayload']> = {
  image?: Resolver<Maybe<ResolversTypes['Image']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export interface LanguageTagScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['LanguageTag'], any> {
  name: 'LanguageTag';
}

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  completeUpload?: Resolver<ResolversTypes['ImagePayload'], ParentType, ContextType, RequireFields<MutationCompleteUploadArgs, 'uploadId'>>;
  createUpload?: Resolver<ResolversTypes['UploadTicket'], ParentType, ContextType, RequireFields<MutationCreateUploadArgs, 'input'>>;
  updateImage?: Resolver<ResolversTypes['ImagePayload'], ParentType, ContextType, RequireFields<MutationUpdateImageArgs, 'id' | 'input'>>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  image?: Resolver<Maybe<ResolversTypes['Image']>, ParentType, ContextType, RequireFields<QueryImageArgs, 'id'>>;
  images?: Resolver<ResolversTypes['ImageConnection'], ParentType, ContextType, Partial<QueryImagesArgs>>;
};

export type RenditionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Rendition'] = ResolversParentTypes['Rendition']> = {
  height?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  mimeType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['Url'], ParentType, ContextType>;
  width?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type UploadTicketResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UploadTicket'] = ResolversParentTypes['UploadTicket']> = {
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  maxBytes?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  uploadId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['Url']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export interface UrlScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Url'], any> {
  name: 'Url';
}

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  Attribution?: AttributionResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  FocalPoint?: FocalPointResolvers<ContextType>;
  Html?: GraphQLScalarType;
  Image?: ImageResolvers<ContextType>;
  ImageConnection?: ImageConnectionResolvers<ContextType>;
  ImageEdge?: ImageEdgeResolvers<ContextType>;
  ImagePayload?: ImagePayloadResolvers<ContextType>;
  LanguageTag?: GraphQLScalarType;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Rendition?: RenditionResolvers<ContextType>;
  UploadTicket?: UploadTicketResolvers<ContextType>;
  Url?: GraphQLScalarType;
  UserError?: UserErrorResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  cacheControl?: CacheControlDirectiveResolver<any, any, ContextType>;
};
