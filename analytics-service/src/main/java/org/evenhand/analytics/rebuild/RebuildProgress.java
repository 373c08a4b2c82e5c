package org.evenhand.analytics.rebuild;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far each topic has been read anew. */
public record RebuildProgress(List<Topic> topics) {

  public RebuildProgress {
    topics = List.copyOf(topics);
  }

  /**
   * A topic.
   *
   * @param remaining how many offsets there are to go
   */
  @Schema(name = "RebuildTopic")
  public record Topic(String topic, long remaining) {}

  boolean isThrough() {
    return topics.stream().allMatch(each -> each.remaining() == 0);
  }
}
