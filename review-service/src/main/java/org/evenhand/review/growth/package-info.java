/**
 * What people do all year, outside of cycles. Each room in it stands by itself; what several ask
 * for is here.
 */
@NullMarked
package org.evenhand.review.growth;

import org.jspecify.annotations.NullMarked;
