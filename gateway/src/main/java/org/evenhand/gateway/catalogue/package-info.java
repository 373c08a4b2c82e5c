/** One document of the whole API, and one of all events, from those of the services. */
@NullMarked
package org.evenhand.gateway.catalogue;

import org.jspecify.annotations.NullMarked;
