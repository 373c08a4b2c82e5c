/** What has changed while somebody was away, looked up when they ask. */
@NullMarked
package org.evenhand.review.growth.checklist.back;

import org.jspecify.annotations.NullMarked;
