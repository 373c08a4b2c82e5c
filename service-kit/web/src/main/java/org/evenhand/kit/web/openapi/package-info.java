/** What the OpenAPI document says of every operation without a word of the author. */
@NullMarked
package org.evenhand.kit.web.openapi;

import org.jspecify.annotations.NullMarked;
