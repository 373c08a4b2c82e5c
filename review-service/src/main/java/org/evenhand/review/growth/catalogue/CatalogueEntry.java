package org.evenhand.review.growth.catalogue;

import static org.evenhand.review.growth.catalogue.EntryLifecycle.OF_ENTRIES;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.OptimisticLock;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Something of the catalogue, with the seats that it has and those that are taken. */
@Entity
@Table(name = "catalogue_entry")
public class CatalogueEntry {

  @Id private UUID id;
  @Version private long version;

  @Enumerated(EnumType.STRING)
  private EntryState state;

  @JdbcTypeCode(SqlTypes.JSON)
  private EntryContent content;

  /** By which matches are ordered. */
  @Column(name = "sorts_on")
  private LocalDate sortsOn;

  /** Null where there is no end of them. */
  private @Nullable Integer seats;

  /** Moves no version: a change by HR isn't refused because somebody takes a seat meanwhile. */
  @Column(name = "seats_taken")
  @OptimisticLock(excluded = true)
  private int seatsTaken;

  protected CatalogueEntry() {}

  CatalogueEntry(UUID id, EntryContent content, @Nullable Integer seats) {
    this.id = id;
    this.state = OF_ENTRIES.begun(EntryState.DRAFT);
    put(content, seats);
  }

  final void put(EntryContent as, @Nullable Integer with) {
    content = as;
    sortsOn = as.sortsOn();
    seats = with;
  }

  void publish() {
    state = OF_ENTRIES.moved(state, EntryState.PUBLISHED);
  }

  void retire() {
    state = OF_ENTRIES.moved(state, EntryState.RETIRED);
  }

  /** Whoever calls this holds the entry, so that no two take the last one. */
  void takeSeat() {
    if (seatsLeft().filter(left -> left < 1).isPresent()) {
      throw Problem.of(CommonProblem.STATE_CONFLICT, "No seat is left.")
          .allowing(OF_ENTRIES.operationsBut(state, "takeCatalogueSeat"));
    }
    seatsTaken++;
  }

  void leaveSeat() {
    seatsTaken--;
  }

  /**
   * @throws Problem 409 that names what is allowed instead
   */
  void require(String operation) {
    OF_ENTRIES.require(state, operation, CommonProblem.STATE_CONFLICT);
  }

  List<String> operations() {
    return OF_ENTRIES.operations(state);
  }

  /** Empty where there is no end of them. */
  public Optional<Integer> seatsLeft() {
    return Optional.ofNullable(seats).map(all -> all - seatsTaken);
  }

  int seatsTaken() {
    return seatsTaken;
  }

  public UUID id() {
    return id;
  }

  long version() {
    return version;
  }

  public EntryState state() {
    return state;
  }

  public EntryContent content() {
    return content;
  }

  Optional<Integer> seats() {
    return Optional.ofNullable(seats);
  }

  public LocalDate sortsOn() {
    return sortsOn;
  }
}
