/**
 * What people say to each other about their work, and what it holds: recognition of up to ten, and
 * critique of one. Its author is always shown. Nothing is counted by person, and no rating follows
 * from it.
 */
@NullMarked
package org.evenhand.review.growth.feedback;

import org.jspecify.annotations.NullMarked;
