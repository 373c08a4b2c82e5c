package org.evenhand.policy.challenge.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The shape of a page of challenges, for the document. */
record ChallengeList(List<ChallengeView> items, @Nullable String next) {}
