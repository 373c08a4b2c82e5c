package org.evenhand.analytics;

import io.quarkus.test.common.QuarkusTestResource;
import org.evenhand.kit.test.KafkaResource;
import org.evenhand.kit.test.NamesResource;
import org.evenhand.kit.test.PostgresResource;
import org.evenhand.kit.test.TokenResource;

/**
 * A real PostgreSQL and Kafka, trust in the tests' tokens, and somebody who knows names, for every
 * test of this module.
 */
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TokenResource.class)
@QuarkusTestResource(NamesResource.class)
public final class Servers {}
