package org.evenhand.policy.version.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The shape of a page of policies, for the document. */
public record PolicyList(List<PolicyView> items, @Nullable String next) {}
