package org.evenhand.policy.version.reading;

import java.util.List;
import org.evenhand.policy.version.VersionSummary;
import org.jspecify.annotations.Nullable;

/** The shape of a page of versions, for the document. */
public record VersionList(List<VersionSummary> items, @Nullable String next) {}
