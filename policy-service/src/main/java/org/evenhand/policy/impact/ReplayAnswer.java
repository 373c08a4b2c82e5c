package org.evenhand.policy.impact;

import java.util.List;

/** What a replay says of all its cycles. */
public record ReplayAnswer(List<ReplayedCycle> cycles) {}
