package org.evenhand.analytics.publication;

import org.evenhand.analytics.counts.Cycle;
import org.evenhand.analytics.counts.Phase;

/** What is published together: a dimension of a cycle, before or after calibration. */
record Part(Cycle cycle, Phase phase, String dimension) {}
