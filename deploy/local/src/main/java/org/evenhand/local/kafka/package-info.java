/** One Kafka node (KRaft) in this JVM, and the topics of the suite. */
@NullMarked
package org.evenhand.local.kafka;

import org.jspecify.annotations.NullMarked;
