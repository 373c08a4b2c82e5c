package org.evenhand.review.growth.feedback;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.kit.web.id.Ids;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * Somebody to whom feedback was given, and how far they have opened it. That never narrows: what
 * others have read they have read. It has a version of its own, so that nobody else learns by
 * theirs that the recipient has done something with it.
 */
@Entity
@Table(name = "feedback_recipient")
public class Recipient {

  @Id private UUID id;

  @Version private long version;

  /** The other side of {@link Feedback#recipients}, which is mapped by it. */
  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "feedback_id", updatable = false)
  @SuppressWarnings("UnusedVariable")
  private Feedback feedback;

  @Column(name = "employee_id", updatable = false)
  private UUID employeeId;

  /** In the order in which the author named them. */
  @Column(updatable = false)
  private int ordinal;

  /** Who leads them, or reviews them, to whom it was opened by name. */
  @JdbcTypeCode(SqlTypes.JSON)
  private List<UUID> readers;

  /** It may be read in the whole company, as far as it is theirs to say. */
  private boolean everybody;

  /** Since when they show it to HR; null where they don't. */
  @Column(name = "hr_since")
  private @Nullable Instant hrSince;

  /** Reviews of theirs that hold a copy. */
  @JdbcTypeCode(SqlTypes.JSON)
  @Column(name = "cited_in")
  private List<UUID> citedIn = List.of();

  protected Recipient() {}

  Recipient(Feedback feedback, int ordinal, Addressee addressee) {
    this.id = Ids.next();
    this.feedback = feedback;
    this.ordinal = ordinal;
    this.employeeId = addressee.employeeId();
    this.readers = addressee.readers();
    this.everybody = addressee.everybody();
  }

  void openTo(Collection<UUID> more) {
    readers = Stream.concat(readers.stream(), more.stream()).distinct().sorted().toList();
  }

  void openToEverybody() {
    everybody = true;
  }

  void showToHr(Instant at) {
    if (hrSince == null) {
      hrSince = at;
    }
  }

  void cite(UUID review) {
    citedIn = Stream.concat(citedIn.stream(), Stream.of(review)).distinct().toList();
  }

  long version() {
    return version;
  }

  public UUID employeeId() {
    return employeeId;
  }

  public List<UUID> readers() {
    return readers;
  }

  public boolean everybody() {
    return everybody;
  }

  public Optional<Instant> hrSince() {
    return Optional.ofNullable(hrSince);
  }

  public List<UUID> citedIn() {
    return citedIn;
  }
}
