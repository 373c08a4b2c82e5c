/** Asking, and the one way through the steps of a request ({@code GuidanceSteps}). */
@NullMarked
package org.evenhand.policy.guidance.work;

import org.jspecify.annotations.NullMarked;
