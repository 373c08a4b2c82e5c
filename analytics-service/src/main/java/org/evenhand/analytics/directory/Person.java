package org.evenhand.analytics.directory;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person who calls.
 *
 * @param servedUnits the units that they serve as HR partner today
 */
public record Person(UUID employeeId, @Nullable String country, Set<String> servedUnits) {}
