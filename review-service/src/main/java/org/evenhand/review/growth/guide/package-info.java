/**
 * Guides to hard conversations, which one of HR and one manager write together; everybody reads
 * them, old versions included.
 */
@NullMarked
package org.evenhand.review.growth.guide;

import org.jspecify.annotations.NullMarked;
