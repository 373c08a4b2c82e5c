/** What has to be there before somebody is told that they have to do better. */
@NullMarked
package org.evenhand.review.growth.remediation.gate;

import org.jspecify.annotations.NullMarked;
