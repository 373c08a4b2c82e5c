/** From Kafka to a handler, exactly one effect per event. */
@NullMarked
package org.evenhand.kit.data.consume;

import org.jspecify.annotations.NullMarked;
