package org.evenhand.review.appeal;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
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
 * @param hearing what both sides said
 * @param votes of all rounds; the minority's stay beside the majority's
 * @param round 2 after another reviewer has looked at it
 */
public record Panel(
    List<Seat> seats, List<Seat> former, @Nullable Hearing hearing, List<Vote> votes, int round) {

  public static final int SEATS = 3;
  private static final int MAJORITY = 2;

  public Panel {
    seats = List.copyOf(seats);
    former = List.copyOf(former);
    votes = List.copyOf(votes);
  }

  public record Hearing(LocalDate heldOn, String note, UUID by, Instant at) {}

  static Panel of(List<Seat> seats) {
    return new Panel(seats, List.of(), null, List.of(), 1);
  }

  /** Nobody has seen more than the redacted evidence before this. */
  public boolean revealed() {
    return seats.stream().allMatch(seat -> seat.score() != null);
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
        votes,
        round);
  }

  /** Whoever joins scores before they see anything; what the one who leaves had voted is void. */
  Panel replaced(UUID leaving, Seat joining) {
    List<Seat> all = new ArrayList<>(seats);
    Seat left = seatOf(leaving).orElseThrow();
    all.set(all.indexOf(left), joining);
    return new Panel(
        all,
        Stream.concat(former.stream(), Stream.of(left)).toList(),
        hearing,
        votes.stream().filter(vote -> vote.round() < round || !vote.by().equals(leaving)).toList(),
        round);
  }

  Panel heard(Hearing note) {
    return new Panel(seats, former, note, votes, round);
  }

  /** In place of what the member had voted in this round. */
  Panel voted(Vote vote) {
    return new Panel(
        seats,
        former,
        hearing,
        Stream.concat(
                votes.stream().filter(each -> each.round() < round || !each.by().equals(vote.by())),
                Stream.of(vote))
            .toList(),
        round);
  }

  Panel nextRound() {
    return new Panel(seats, former, hearing, votes, round + 1);
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
