/** What operators see of requests: how many, how long, which operation; never of whom. */
@NullMarked
package org.evenhand.gateway.watch;

import org.jspecify.annotations.NullMarked;
