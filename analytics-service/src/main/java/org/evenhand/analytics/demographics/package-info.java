/** Protected attributes: dimensions with their legal basis, declarations, withdrawals. */
@NullMarked
package org.evenhand.analytics.demographics;

import org.jspecify.annotations.NullMarked;
