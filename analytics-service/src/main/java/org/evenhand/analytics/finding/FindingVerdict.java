package org.evenhand.analytics.finding;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The verdicts that are kept as a finding; every other one says that there is nothing to know. */
@Schema(name = "FindingVerdict")
public enum FindingVerdict {
  /** A size without evidence, evidence without a size, or a small size with evidence. */
  WATCH,
  /** The groups differ; within job families and levels they do not. */
  EXPLAINED,
  WARN,
  CRITICAL;

  private static final Set<String> NO_WARNING = Set.of("NONE", "WATCH", "EXPLAINED");

  /** Empty for an outcome that makes no finding. */
  static Optional<FindingVerdict> of(String outcome) {
    return Arrays.stream(values()).filter(verdict -> verdict.name().equals(outcome)).findFirst();
  }

  /** Whether an outcome says that a warning is not reached; too few people say nothing. */
  static boolean isNoWarning(String outcome) {
    return NO_WARNING.contains(outcome);
  }

  /** Whether HR and managers have to say together what they do about it. */
  boolean needsResponse() {
    return this == WARN || this == CRITICAL;
  }
}
