package org.evenhand.analytics.publication;

import java.util.List;
import java.util.Map;

/**
 * What the reviews of a group rest on.
 *
 * @param reviews with a rating
 * @param bands how many of them are in each band, of each measure of which that may be told
 */
public record EvidenceFigures(long reviews, Map<EvidenceMeasure, List<Long>> bands) {

  public EvidenceFigures {
    bands = Map.copyOf(bands);
  }
}
