/** Reading the cells of an imported row, so that every refusal names the row and the column. */
@NullMarked
package org.evenhand.review.tabular;

import org.jspecify.annotations.NullMarked;
