/**
 * What analytics judged of a cycle, as far as its sharing has to wait for it, and which years of
 * opportunities it has published.
 */
@NullMarked
package org.evenhand.review.judgement;

import org.jspecify.annotations.NullMarked;
