package org.evenhand.review.directory.orgimport;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the directory guards itself. */
@ConfigMapping(prefix = "evenhand.directory")
interface DirectorySettings {

  /** An import that ends more than this share of all employments is refused, 0 to 1. */
  @WithDefault("0.1")
  double deactivationShare();

  /** So many leavers are never too many, however small the company. */
  @WithDefault("10")
  int deactivationLeast();

  /** How long an hr-lead's permit to go beyond that can be used. */
  @WithDefault("PT1H")
  Duration permitLifetime();
}
