/** Ids of all that is stored. */
@NullMarked
package org.evenhand.kit.web.id;

import org.jspecify.annotations.NullMarked;
