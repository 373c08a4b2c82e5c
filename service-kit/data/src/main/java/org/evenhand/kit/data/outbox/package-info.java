/** From the outbox table to Kafka. */
@NullMarked
package org.evenhand.kit.data.outbox;

import org.jspecify.annotations.NullMarked;
