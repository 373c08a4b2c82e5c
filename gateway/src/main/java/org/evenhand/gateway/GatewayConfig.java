package org.evenhand.gateway;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** What an installation sets. Durations as in {@code 30S}, sizes as in {@code 1M}. */
@ConfigMapping(prefix = "evenhand.gateway")
public interface GatewayConfig {

  Upstreams upstreams();

  /** The limit of a body, and that of a bulk import. */
  @WithDefault("1M")
  MemorySize bodyLimit();

  @WithDefault("512M")
  MemorySize importLimit();

  /** How long a service may take to answer, once it has the whole request. */
  @WithDefault("30S")
  Duration responseTime();

  /** How long a bulk import may take to come in, with pauses of any length. */
  @WithDefault("20M")
  Duration uploadTime();

  /** How long any other body may take to come in. */
  @WithDefault("30S")
  Duration bodyTime();

  /** How long the head of a request may take to come in. */
  @WithDefault("30S")
  Duration headTime();

  /** The longest silence while an answer goes out; within twice that the connection is cut off. */
  @WithDefault("30S")
  Duration stallTime();

  @WithDefault("2S")
  Duration connectTime();

  /** Connections to each service, beside those of imports. */
  @WithDefault("128")
  int connections();

  Shares shares();

  Rates rates();

  /** Where a browser signs people in; what tokens name as their issuer. */
  Optional<URI> issuer();

  Kafka kafka();

  Feed feed();

  Contact contact();

  /** How long a merged document is served before the services are asked again. */
  @WithDefault("60S")
  Duration catalogueAge();

  /** How long an answer of /health is served before the services are asked again. */
  @WithDefault("1S")
  Duration healthAge();

  /** Where the services are. */
  interface Upstreams {
    URI policy();

    URI review();

    URI calibration();

    URI analytics();
  }

  /** Scarce resources: how much there is in all, and for one caller. */
  interface Shares {

    /** Requests under way, from their heads to the ends of their answers. */
    @WithDefault("1024")
    int requests();

    @WithDefault("32")
    int requestsOfCaller();

    /** Memory for bodies, which are taken in whole before a service is asked. */
    @WithDefault("64M")
    MemorySize bodies();

    @WithDefault("16M")
    MemorySize bodiesOfCaller();

    /** Bulk imports under way, which are streamed over connections of their own. */
    @WithDefault("16")
    int imports();

    @WithDefault("4")
    int importsOfCaller();

    /** Pages of events, each of which may be a megabyte and takes a thread to read. */
    @WithDefault("32")
    int pages();

    @WithDefault("2")
    int pagesOfCaller();

    /** Streams of events, which are open for as long as a token holds. */
    @WithDefault("64")
    int streams();

    @WithDefault("4")
    int streamsOfCaller();
  }

  /**
   * One rate for a caller with a token, one for an address without a valid token, and one for the
   * CORS preflights of an address.
   */
  interface Rates {
    Rate caller();

    Rate address();

    Rate preflight();
  }

  /** A token bucket: its size, and how many are added per second. */
  interface Rate {
    long burst();

    long perSecond();
  }

  /** What consumers outside are told of Kafka; the gateway's own connection is {@code kafka.*}. */
  interface Kafka {

    /** Host and port of the listener for consumers outside. */
    @WithDefault("localhost:9092")
    String bootstrap();

    @WithDefault("scram")
    KafkaSignIn signIn();
  }

  /**
   * How a consumer signs in: SASL over TLS, or not at all, which only a single machine may have.
   */
  enum KafkaSignIn {
    SCRAM,
    OAUTHBEARER,
    NONE
  }

  /** The public topics over HTTP. */
  interface Feed {

    /** Threads that read, each with a connection of its own. */
    @WithDefault("4")
    int readers();

    /**
     * For how long compacted topics keep a tombstone at least, their {@code delete.retention.ms},
     * where Kafka doesn't say so itself for want of the right.
     */
    @WithDefault("24H")
    Duration tombstonesKept();

    /** How often streams without anything new are told that they are alive. */
    @WithDefault("15S")
    Duration heartbeat();

    /** How often it is looked whether there is anything new for streams that have read all. */
    @WithDefault("250MS")
    Duration look();
  }

  /** Whom those who build on this installation can ask. */
  interface Contact {
    @WithDefault("Evenhand")
    String name();

    @WithDefault("${evenhand.public-url}")
    URI url();

    Optional<String> email();
  }
}
