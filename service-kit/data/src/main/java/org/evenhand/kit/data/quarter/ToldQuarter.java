package org.evenhand.kit.data.quarter;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.evenhand.kit.data.outbox.OutboxEvent;

/**
 * A figure of a quarter that is told.
 *
 * @param id names it in its events
 * @param figure of the names of {@link QuarterFigures}
 */
public record ToldQuarter(UUID id, String figure, Quarter quarter) {

  /** So many lines are in a part: an event stays small however large the company is. */
  private static final int PART = 500;

  /** What makes an event of some of the lines. */
  public interface PartOfLines<T> {

    /**
     * @param part from 1 on, of so many parts
     */
    Object of(int part, int parts, List<T> lines);
  }

  /** The events of all lines. One at least: that there was nothing is told too. */
  public <T> List<OutboxEvent> inParts(
      String topic, String type, List<T> lines, PartOfLines<T> payload) {
    int parts = Math.max(1, (lines.size() + PART - 1) / PART);
    return IntStream.rangeClosed(1, parts)
        .mapToObj(
            part ->
                new OutboxEvent(
                    topic,
                    type,
                    id.toString(),
                    id.toString(),
                    part,
                    payload.of(part, parts, some(lines, part))))
        .toList();
  }

  private static <T> List<T> some(List<T> lines, int part) {
    return lines.subList((part - 1) * PART, Math.min(part * PART, lines.size()));
  }
}
