package org.evenhand.policy.version;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The shape of a page of policies, for the document. */
record PolicyList(List<PolicyView> items, @Nullable String next) {}
