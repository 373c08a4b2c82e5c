package org.evenhand.policy.guidance.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The shape of a page of one's own requests, for the document. */
record GuidanceRequestList(List<GuidanceRequestView> items, @Nullable String next) {}
