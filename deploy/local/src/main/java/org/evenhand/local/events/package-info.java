/** A topic as a consumer sees it, on the command line. */
@NullMarked
package org.evenhand.local.events;

import org.jspecify.annotations.NullMarked;
