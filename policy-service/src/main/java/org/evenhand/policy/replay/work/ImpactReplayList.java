package org.evenhand.policy.replay.work;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The shape of a page of replays, for the document. */
record ImpactReplayList(List<ImpactReplayView> items, @Nullable String next) {}
