/** What a service calls: outbox, consumers, idempotency, audit, due work and imports. */
@NullMarked
package org.evenhand.kit.data;

import org.jspecify.annotations.NullMarked;
