/** The same keys in another language: what Vietnamese says, English must say too. */
export type Words<T> = { readonly [K in keyof T]: T[K] extends string ? string : Words<T[K]> };
