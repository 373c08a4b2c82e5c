/**
 * Real infrastructure and honest checks for the tests of every service: PostgreSQL, Kafka, signed
 * tokens, response validation, architecture rules. Test scope only.
 */
@NullMarked
package org.evenhand.kit.test;

import org.jspecify.annotations.NullMarked;
