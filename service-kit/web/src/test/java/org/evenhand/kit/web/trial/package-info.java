/** A small service that uses the kit as a real one does. */
@NullMarked
package org.evenhand.kit.web.trial;

import org.jspecify.annotations.NullMarked;
