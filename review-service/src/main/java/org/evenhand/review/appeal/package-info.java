/**
 * The appeal of a reviewee against a shared result: what was filed, screened, answered, seen and
 * decided, its life as a table ({@code AppealLifecycle}), and its facts.
 */
@NullMarked
package org.evenhand.review.appeal;

import org.jspecify.annotations.NullMarked;
