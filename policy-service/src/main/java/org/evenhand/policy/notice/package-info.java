/** Announcement, notice, acknowledgement, and the day on which a version takes effect. */
@NullMarked
package org.evenhand.policy.notice;

import org.jspecify.annotations.NullMarked;
