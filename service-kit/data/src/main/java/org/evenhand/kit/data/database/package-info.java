/** What a failed statement means: wait, refuse or report. */
@NullMarked
package org.evenhand.kit.data.database;

import org.jspecify.annotations.NullMarked;
