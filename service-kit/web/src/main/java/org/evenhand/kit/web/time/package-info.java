/** The clock, so that tests can set it. */
@NullMarked
package org.evenhand.kit.web.time;

import org.jspecify.annotations.NullMarked;
