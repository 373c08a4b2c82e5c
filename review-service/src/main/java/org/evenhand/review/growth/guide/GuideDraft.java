package org.evenhand.review.growth.guide;

import org.evenhand.review.cycle.JointDecision;

/** A text that one side has signed by writing it, and that waits for the other. */
record GuideDraft(GuideText text, JointDecision signed) {}
