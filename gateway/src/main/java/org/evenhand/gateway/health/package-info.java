/** Whether the services behind the door are ready. */
@NullMarked
package org.evenhand.gateway.health;

import org.jspecify.annotations.NullMarked;
