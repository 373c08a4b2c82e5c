/** The journey through the gateway: the story that a newcomer sees, and its HTTP client. */
@NullMarked
package org.evenhand.local.journey;

import org.jspecify.annotations.NullMarked;
