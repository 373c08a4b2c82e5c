package org.evenhand.review.growth.checkin;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.web.id.Ids;
import org.jspecify.annotations.Nullable;

/**
 * What one of the two keeps to themself. It is theirs for as long as they read the check-in, and
 * changes without the other one's seeing that it does.
 */
@Entity
@Table(name = "check_in_private_note")
public class PrivateNote {

  @Id private UUID id;

  @Version private long version;

  @Column(name = "check_in_id", updatable = false)
  private UUID checkInId;

  @Column(name = "author_id", updatable = false)
  private UUID authorId;

  private @Nullable String text;

  protected PrivateNote() {}

  public PrivateNote(UUID checkIn, UUID author) {
    this.id = Ids.next();
    this.checkInId = checkIn;
    this.authorId = author;
  }

  /**
   * @param words null to take them back
   */
  public void put(@Nullable String words) {
    text = words;
  }

  public long version() {
    return version;
  }

  public Optional<String> text() {
    return Optional.ofNullable(text);
  }
}
