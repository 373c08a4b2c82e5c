/** Asking colleagues for feedback, about oneself or about a report, and what comes of that. */
@NullMarked
package org.evenhand.review.growth.feedback.request;

import org.jspecify.annotations.NullMarked;
