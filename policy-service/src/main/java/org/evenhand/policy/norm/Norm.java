package org.evenhand.policy.norm;

import java.util.UUID;

/** How a level of a criterion is read. */
public record Norm(UUID id, String criterion, int ordinal, String sentence) {}
