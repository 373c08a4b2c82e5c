/** How a Kafka client is set up here. */
@NullMarked
package org.evenhand.kit.data.kafka;

import org.jspecify.annotations.NullMarked;
