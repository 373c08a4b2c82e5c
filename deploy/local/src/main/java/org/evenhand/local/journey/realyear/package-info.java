/** A year that really happened, compared with its published figures. */
@NullMarked
package org.evenhand.local.journey.realyear;

import org.jspecify.annotations.NullMarked;
