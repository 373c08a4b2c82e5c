package org.evenhand.kit.web.lifecycle;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * The states of an aggregate and the moves between them. The aggregate guards itself with this
 * table, and the API's document shows it, so that a UI can draw it.
 *
 * @param <S> the states
 */
public final class Lifecycle<S extends Enum<S>> {

  /**
   * A step that a state allows.
   *
   * @param operation the id of the API's operation; null for a move that comes by itself, such as
   *     on a date
   * @param to the states to which it may lead; the same state for a step that changes something
   *     else
   */
  public record Move<S>(S from, @Nullable String operation, Set<S> to) {}

  private final EnumSet<S> initial;
  private final List<Move<S>> moves;

  private Lifecycle(EnumSet<S> initial, List<Move<S>> moves) {
    this.initial = initial;
    this.moves = List.copyOf(moves);
  }

  /** What is new begins in one of these states. */
  @SafeVarargs
  public static <S extends Enum<S>> Builder<S> startingAt(S initial, S... others) {
    return new Builder<>(EnumSet.of(initial, others));
  }

  /**
   * Checks the state of what is new against the table.
   *
   * @throws IllegalStateException where nothing begins like this: a fault of the program
   */
  public S begun(S at) {
    if (!initial.contains(at)) {
      throw new IllegalStateException("nothing begins as " + at);
    }
    return at;
  }

  /** The operations that a state allows, in the order of the table. */
  public List<String> operations(S from) {
    return moves(from).flatMap(move -> Optional.ofNullable(move.operation()).stream()).toList();
  }

  /** What else is allowed, for a refusal that lies not in the state. */
  public List<String> operationsBut(S from, String refused) {
    return operations(from).stream().filter(each -> !each.equals(refused)).toList();
  }

  /**
   * @throws Problem of the type given, with the operations that are allowed
   */
  public void require(S from, String operation, ProblemType otherwise) {
    List<String> allowed = operations(from);
    if (!allowed.contains(operation)) {
      throw Problem.of(otherwise, "What is %s doesn't allow %s.".formatted(from, operation))
          .allowing(allowed);
    }
  }

  /**
   * Checks a change of state against the table.
   *
   * @throws IllegalStateException where no move leads from one to the other: a fault of the
   *     program, because the operation should have been refused
   */
  public S moved(S from, S to) {
    if (moves(from).noneMatch(move -> move.to().contains(to))) {
      throw new IllegalStateException("nothing leads from " + from + " to " + to);
    }
    return to;
  }

  public List<Move<S>> moves() {
    return moves;
  }

  private Stream<Move<S>> moves(S from) {
    return moves.stream().filter(move -> move.from() == from);
  }

  /** As the API's document has it. */
  Map<String, Object> asData() {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("initial", initial.stream().map(Enum::name).toList());
    data.put(
        "final",
        Stream.concat(initial.stream(), EnumSet.complementOf(initial).stream())
            .sorted()
            .filter(state -> moves(state).findAny().isEmpty())
            .map(Enum::name)
            .toList());
    data.put("moves", moves.stream().map(Lifecycle::asData).toList());
    return data;
  }

  private static <S extends Enum<S>> Map<String, Object> asData(Move<S> move) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("from", move.from().name());
    if (move.operation() != null) {
      data.put("operation", move.operation());
    }
    data.put("to", move.to().stream().map(Enum::name).sorted().toList());
    return data;
  }

  /** Collects the table, state by state. */
  public static final class Builder<S extends Enum<S>> {

    private final EnumSet<S> initial;
    private final List<Move<S>> moves = new ArrayList<>();

    private Builder(EnumSet<S> initial) {
      this.initial = initial;
    }

    /** A person may take this step, by an operation of the API. */
    @SafeVarargs
    public final Builder<S> may(S from, String operation, S... to) {
      moves.add(new Move<>(from, operation, Set.of(to)));
      return this;
    }

    /** A step that changes something else than the state. */
    public Builder<S> may(S from, String operation) {
      moves.add(new Move<>(from, operation, Set.of(from)));
      return this;
    }

    /** A step that comes by itself. */
    public Builder<S> becomes(S from, S to) {
      moves.add(new Move<>(from, null, Set.of(to)));
      return this;
    }

    public Lifecycle<S> build() {
      return new Lifecycle<>(initial, moves);
    }
  }
}
