/**
 * Which calls there are: each {@link dev.kindred.api.route.Route} names its path, parameters, forms
 * and code once; the server registers them and {@link dev.kindred.api.route.OpenApi} describes
 * them.
 */
@NullMarked
package dev.kindred.api.route;

import org.jspecify.annotations.NullMarked;
