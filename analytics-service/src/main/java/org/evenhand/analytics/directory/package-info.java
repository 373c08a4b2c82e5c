/** Who a caller is, which units they serve and where people work, from review-service's topics. */
@NullMarked
package org.evenhand.analytics.directory;

import org.jspecify.annotations.NullMarked;
