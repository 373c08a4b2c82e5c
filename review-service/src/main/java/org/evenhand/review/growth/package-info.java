/** What people do all year, outside of cycles. Each room in it stands by itself. */
@NullMarked
package org.evenhand.review.growth;

import org.jspecify.annotations.NullMarked;
