/**
 * What people say in reviews: the aspects of a product that they mention, and whether they praise
 * or blame them.
 *
 * <p>Terms and sentiment come from two small models of Apache OpenNLP's maximum entropy kind,
 * trained on MAMS (restaurants, Apache-2.0) with features that carry over to other products, and
 * from a list of opinion words (VADER, as published in vader-sentiment, Apache-2.0).
 */
@NullMarked
package dev.kindred.analyzers.review;

import org.jspecify.annotations.NullMarked;
