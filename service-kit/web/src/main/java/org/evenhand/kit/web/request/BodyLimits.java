package org.evenhand.kit.web.request;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How large a body may be. */
@ConfigMapping(prefix = "evenhand")
interface BodyLimits {

  /** For every body that is read as a whole. */
  @WithDefault("1M")
  MemorySize bodyLimit();

  /** For a body that is taken as a stream, see {@link org.evenhand.kit.web.StreamedBody}. */
  @WithDefault("512M")
  MemorySize streamLimit();
}
