package org.evenhand.review.growth.upward;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * Somebody who is asked in a round, and what they have written so far. It is theirs alone, with a
 * version of its own, and is deleted when the round ends. Its id is of chance.
 */
@Entity
@Table(name = "upward_writer")
public class UpwardWriter {

  @Id private UUID id;

  @Version private long version;

  @Column(name = "round_id", updatable = false)
  private UUID roundId;

  @Column(name = "writer_id", updatable = false)
  private UUID writerId;

  @JdbcTypeCode(SqlTypes.JSON)
  private List<UpwardAnswer> answers;

  protected UpwardWriter() {}

  public UpwardWriter(UUID round, UUID writer) {
    this.id = UUID.randomUUID();
    this.roundId = round;
    this.writerId = writer;
    this.answers = List.of();
  }

  /**
   * @param written in the place of what was there; none to take it back
   */
  public void put(List<UpwardAnswer> written) {
    answers = List.copyOf(written);
  }

  public long version() {
    return version;
  }

  public List<UpwardAnswer> answers() {
    return answers;
  }
}
