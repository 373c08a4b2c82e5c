package org.evenhand.review.appeal;

import java.util.List;
import org.evenhand.review.sample.SamplesView;

/** What the panel scores: kept as it was redacted, so that all three score the same. */
public record BlindEvidence(List<SamplesView.Part> parts) {

  public BlindEvidence {
    parts = List.copyOf(parts);
  }
}
