/** What a service tells of itself in figures. */
@NullMarked
package org.evenhand.kit.web.metrics;

import org.jspecify.annotations.NullMarked;
