/**
 * What a title states of a product: brand, model code, type, quantities, colours, sizes, materials,
 * for whom it is; from the title itself and from what the catalogue's titles have in common.
 *
 * <p>One class for each kind of statement. Nothing here looks at reviews or behaviour.
 */
@NullMarked
package dev.kindred.analyzers.title;

import org.jspecify.annotations.NullMarked;
