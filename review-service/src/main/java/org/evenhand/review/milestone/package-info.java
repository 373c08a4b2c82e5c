/** Milestones that pass: what was missed becomes a published exception, never a rating. */
@NullMarked
package org.evenhand.review.milestone;

import org.jspecify.annotations.NullMarked;
