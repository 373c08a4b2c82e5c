/** What those who have a part in a remediation plan are shown of it. */
@NullMarked
package org.evenhand.review.growth.remediation.reading;

import org.jspecify.annotations.NullMarked;
