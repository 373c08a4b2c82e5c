package org.evenhand.gateway.watch;

import io.opentelemetry.sdk.trace.samplers.Sampler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Which requests are traced: a share of all. A client's traceparent joins its trace, and doesn't
 * decide whether ours are kept. What isn't kept of a request isn't kept of the call to a service
 * either: that one has the whole path, also where the request's own is nobody's to see.
 */
@ApplicationScoped
class TraceSampler {

  @Produces
  @Singleton
  Sampler sampler(
      @ConfigProperty(name = "quarkus.otel.traces.sampler.arg", defaultValue = "0.0")
          double share) {
    Sampler some = Sampler.traceIdRatioBased(share);
    return Sampler.parentBasedBuilder(some)
        .setRemoteParentSampled(some)
        .setRemoteParentNotSampled(some)
        .build();
  }
}
