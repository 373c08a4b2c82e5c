package org.evenhand.review.appeal;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.review.appeal.Seat.Score;
import org.evenhand.review.appeal.Vote.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Three who decide an appeal. Each scores the redacted evidence alone; only when all have do they
 * see anything else.
 *
 * @param former seats that were filled anew, with what was scored on them
 * @param hearing what both sides said before those who sit now
 * @param earlierHearings those of earlier rounds, and of those who sat before
 * @param votes of all rounds; the minority's stay beside the majority's
 * @param round 2 after another reviewer has looked at it
 */
public record Panel(
    List<Seat> seats,
    List<Seat> former,
    @Nullable Hearing hearing,
    List<Hearing> earlierHearings,
    List<Vote> votes,
    int round) {

  public static final int SEATS = 3;
  private static final int MAJORITY = 2;

  public Panel {
    seats = List.copyOf(seats);
    former = List.copyOf(former);
    earlierHearings = List.copyOf(earlierHearings);
    votes = List.copyOf(votes);
  }

  /**
   * @param round the one in which it was noted
   */
  public record Hearing(LocalDate heldOn, String note, UUID by, Instant at, int round) {}

  static Panel of(List<Seat> seats) {
    return new Panel(seats, List.of(), null, List.of(), List.of(), 1);
  }

  /** Nobody has seen more than the redacted evidence before this. */
  public boolean revealed() {
    return seats.stream().allMatch(seat -> seat.score() != null);
  }

  /** When the last of them had scored. */
  public Optional<Instant> revealedAt() {
    return revealed()
        ? seats.stream()
            .flatMap(seat -> Stream.ofNullable(seat.score()))
            .map(Score::at)
            .max(Comparator.naturalOrder())
        : Optional.empty();
  }

  public Optional<Seat> seatOf(UUID person) {
    return seats.stream().filter(seat -> seat.employeeId().equals(person)).findFirst();
  }

  /** Whether anybody has scored what it was given, those who have left it too. */
  public boolean begun() {
    return Stream.concat(seats.stream(), former.stream()).anyMatch(seat -> seat.score() != null);
  }

  Panel scored(UUID member, Score score) {
    return new Panel(
        seats.stream()
            .map(seat -> seat.employeeId().equals(member) ? seat.scored(score) : seat)
            .toList(),
        former,
        hearing,
        earlierHearings,
        votes,
        round);
  }

  /**
   * Whoever joins scores before they see anything, and hears both sides before anybody votes: what
   * was heard without them stays as a note, and what was voted in this round is void, unless it has
   * decided.
   */
  Panel replaced(UUID leaving, Seat joining) {
    List<Seat> all = new ArrayList<>(seats);
    Seat left = seatOf(leaving).orElseThrow();
    all.set(all.indexOf(left), joining);
    return new Panel(
        all,
        Stream.concat(former.stream(), Stream.of(left)).toList(),
        null,
        hearings().toList(),
        verdict().isPresent()
            ? votes
            : votes.stream().filter(vote -> vote.round() < round).toList(),
        round);
  }

  /** Where they work: whoever has the latest day sets the panel's. */
  public List<String> places() {
    return seats.stream().map(Seat::place).toList();
  }

  /** In place of what was noted in this round. */
  Panel heard(Hearing note) {
    boolean anew = hearing != null && hearing.round() < round;
    return new Panel(
        seats, former, note, anew ? hearings().toList() : earlierHearings, votes, round);
  }

  private Stream<Hearing> hearings() {
    return Stream.concat(earlierHearings.stream(), Stream.ofNullable(hearing));
  }

  /** In place of what the member had voted in this round. */
  Panel voted(Vote vote) {
    return new Panel(
        seats,
        former,
        hearing,
        earlierHearings,
        Stream.concat(
                votes.stream().filter(each -> each.round() < round || !each.by().equals(vote.by())),
                Stream.of(vote))
            .toList(),
        round);
  }

  Panel nextRound() {
    return new Panel(seats, former, hearing, earlierHearings, votes, round + 1);
  }

  public List<Vote> votesNow() {
    return votes.stream().filter(vote -> vote.round() == round).toList();
  }

  public Optional<Vote> voteOf(UUID member) {
    return votesNow().stream().filter(vote -> vote.by().equals(member)).findFirst();
  }

  private boolean allVoted() {
    return votesNow().size() == seats.size();
  }

  /** All have voted, and no two alike: they go on until two agree. */
  public boolean split() {
    return allVoted() && verdict().isEmpty();
  }

  /** What most want, once all have voted. */
  public Optional<Verdict> verdict() {
    return allVoted()
        ? votesNow().stream().collect(groupingBy(Vote::verdict, counting())).entrySet().stream()
            .filter(wanted -> wanted.getValue() >= MAJORITY)
            .map(Map.Entry::getKey)
            .findFirst()
        : Optional.empty();
  }
}
