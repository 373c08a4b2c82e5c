package org.evenhand.gateway;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** What an installation sets. Durations as in {@code 30S}, sizes as in {@code 1M}. */
@ConfigMapping(prefix = "evenhand.gateway")
public interface GatewayConfig {

  Upstreams upstreams();

  /** The bound of a body, and that of a bulk import. */
  @WithDefault("1M")
  MemorySize bodyLimit();

  @WithDefault("512M")
  MemorySize importLimit();

  /** How long a service may think, once it has the whole request. */
  @WithDefault("30S")
  Duration responseTime();

  /** How long a request may take to come in. */
  @WithDefault("15M")
  Duration uploadTime();

  @WithDefault("2S")
  Duration connectTime();

  /** Connections to each service. */
  @WithDefault("128")
  int connections();

  Rates rates();

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

  /** One rate for a caller with a token, one for an address without. */
  interface Rates {
    Rate caller();

    Rate address();
  }

  /** A bucket: this many at once, refilled by so many a second. */
  interface Rate {
    long burst();

    long perSecond();
  }
}
