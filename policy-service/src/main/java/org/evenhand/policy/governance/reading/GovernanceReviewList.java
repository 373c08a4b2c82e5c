package org.evenhand.policy.governance.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The shape of a page of reviews, for the document. */
public record GovernanceReviewList(List<GovernanceReviewView> items, @Nullable String next) {}
