declare const brand: unique symbol;

/** A primitive that carries its meaning in the type; made only by its checking constructor. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
