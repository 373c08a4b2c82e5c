/** Operating-system processes: start, record, stop, and find what an earlier run left behind. */
@NullMarked
package org.evenhand.local.process;

import org.jspecify.annotations.NullMarked;
