package org.evenhand.review.growth.feedback.reading;

import java.time.Instant;
import java.util.Set;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.growth.feedback.access.FeedbackRelation;

/** By whom feedback is seen, and when. */
record Seen(Viewer viewer, Set<FeedbackRelation> relations, Instant at) {

  boolean is(FeedbackRelation relation) {
    return relations.contains(relation);
  }
}
