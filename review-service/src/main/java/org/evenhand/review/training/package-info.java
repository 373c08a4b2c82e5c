/**
 * What nobody does without training, and who holds which, as policy-service tells it. Whoever may
 * do something at all is for others to say.
 */
@NullMarked
package org.evenhand.review.training;

import org.jspecify.annotations.NullMarked;
