/**
 * Counting past cycles under a draft, chunk by chunk, and telling policy-service what came of it.
 */
@NullMarked
package org.evenhand.review.replay.work;

import org.jspecify.annotations.NullMarked;
