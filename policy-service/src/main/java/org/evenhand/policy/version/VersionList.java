package org.evenhand.policy.version;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The shape of a page of versions, for the document. */
record VersionList(List<VersionSummary> items, @Nullable String next) {}
