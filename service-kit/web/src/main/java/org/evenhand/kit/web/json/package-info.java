/** Strict JSON: what is not understood is refused, with the place and the reason. */
@NullMarked
package org.evenhand.kit.web.json;

import org.jspecify.annotations.NullMarked;
