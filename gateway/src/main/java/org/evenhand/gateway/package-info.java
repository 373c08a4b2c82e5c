/** The only door: routing, tokens, limits, one document of the API. */
@NullMarked
package org.evenhand.gateway;

import org.jspecify.annotations.NullMarked;
