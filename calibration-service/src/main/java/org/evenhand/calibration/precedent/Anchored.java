package org.evenhand.calibration.precedent;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a precedent is about: a level, in the words of one version of a policy.
 *
 * @param criterion null where it is about a whole review
 */
public record Anchored(UUID policyId, int policyVersion, @Nullable String criterion, int ordinal) {}
