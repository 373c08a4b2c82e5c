package org.evenhand.analytics;

import io.quarkus.test.common.QuarkusTestResource;
import org.evenhand.kit.test.KafkaResource;
import org.evenhand.kit.test.PostgresResource;
import org.evenhand.kit.test.TokenResource;

/** A real PostgreSQL and Kafka, and trust in the tests' tokens, for every test of this module. */
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TokenResource.class)
public final class Servers {}
