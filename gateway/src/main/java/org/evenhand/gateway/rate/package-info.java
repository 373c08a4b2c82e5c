/** How many requests one client may send. */
@NullMarked
package org.evenhand.gateway.rate;

import org.jspecify.annotations.NullMarked;
