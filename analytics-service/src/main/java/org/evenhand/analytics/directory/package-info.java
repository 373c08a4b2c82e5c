/** Who a caller is and which units they serve, from the directory topic. */
@NullMarked
package org.evenhand.analytics.directory;

import org.jspecify.annotations.NullMarked;
