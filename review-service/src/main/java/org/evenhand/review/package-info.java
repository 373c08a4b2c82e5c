/**
 * What was observed and concluded: directory, cycles, reviews, their evidence and their history.
 */
@NullMarked
package org.evenhand.review;

import org.jspecify.annotations.NullMarked;
