/** The closed table of paths, and the proxies that carry a request to its service. */
@NullMarked
package org.evenhand.gateway.routing;

import org.jspecify.annotations.NullMarked;
