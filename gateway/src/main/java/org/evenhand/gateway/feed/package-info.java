/** {@code /v1/events}: the public topics over HTTP, in pages and as a stream. */
@NullMarked
package org.evenhand.gateway.feed;

import org.jspecify.annotations.NullMarked;
