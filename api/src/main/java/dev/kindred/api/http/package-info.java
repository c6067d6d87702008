/**
 * Reading requests and writing answers: parameters, bodies, problems, request ids, access, figures.
 *
 * <p>Nothing here knows what a call is about.
 */
@NullMarked
package dev.kindred.api.http;

import org.jspecify.annotations.NullMarked;
