/** Analytics taking in events, beside the same statements by SQL alone. */
@NullMarked
package org.evenhand.bench.intake;

import org.jspecify.annotations.NullMarked;
