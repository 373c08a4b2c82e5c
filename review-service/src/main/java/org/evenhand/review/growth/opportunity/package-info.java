/**
 * What people can apply for: a stretch, a project, a move, a succession. Whoever is eligible by
 * rule sees it, two assess each application apart, and everybody who applied is told why. Nobody is
 * rated here, and no rating is read.
 */
@NullMarked
package org.evenhand.review.growth.opportunity;

import org.jspecify.annotations.NullMarked;
