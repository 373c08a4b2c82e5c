/** What a remediation plan says, and how the API writes it. */
@NullMarked
package org.evenhand.review.growth.remediation.terms;

import org.jspecify.annotations.NullMarked;
