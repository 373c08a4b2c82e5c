/** What the journey prints. */
@NullMarked
package org.evenhand.local.journey.telling;

import org.jspecify.annotations.NullMarked;
