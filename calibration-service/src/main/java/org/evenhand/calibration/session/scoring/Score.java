package org.evenhand.calibration.session.scoring;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rater's blind score of a sample: an aggregate of its own, because raters score at the same time
 * and must not see each other, not even through a version.
 */
@Entity
public class Score {

  /** Whose score of which sample. */
  @Embeddable
  public record Key(UUID sampleId, UUID raterId) {}

  @EmbeddedId private Key key;
  @Version private long version;
  private int ordinal;
  private @Nullable String note;
  private Instant scoredAt;

  protected Score() {}

  Score(Key key, int ordinal, @Nullable String note, Instant now) {
    this.key = key;
    change(ordinal, note, now);
  }

  final void change(int newOrdinal, @Nullable String newNote, Instant now) {
    ordinal = newOrdinal;
    note = newNote;
    scoredAt = now;
  }

  public Key key() {
    return key;
  }

  public long version() {
    return version;
  }

  public int ordinal() {
    return ordinal;
  }

  public @Nullable String note() {
    return note;
  }

  public Instant scoredAt() {
    return scoredAt;
  }
}
