/** State machines of aggregates, which guard and can be read as data. */
@NullMarked
package org.evenhand.kit.web.lifecycle;

import org.jspecify.annotations.NullMarked;
