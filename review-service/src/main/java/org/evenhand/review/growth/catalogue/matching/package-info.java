/**
 * Finds entries of the catalogue by a filter that explains itself: no score, and nothing that was
 * learned from people.
 */
@NullMarked
package org.evenhand.review.growth.catalogue.matching;

import org.jspecify.annotations.NullMarked;
