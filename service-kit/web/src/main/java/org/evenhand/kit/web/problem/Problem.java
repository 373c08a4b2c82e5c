package org.evenhand.kit.web.problem;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * A refusal that is an expected outcome, thrown from anywhere and answered as RFC 9457. The client
 * reads the detail, so it never holds a name, free text about a person, or anything internal.
 *
 * <p>Immutable, and without a stack trace: it tells the client what is wrong, not us where it was
 * found.
 */
public final class Problem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient ProblemType type;
  private final transient List<Violation> violations;
  private final transient List<String> allowed;

  private Problem(
      ProblemType type, String detail, List<Violation> violations, List<String> allowed) {
    super(detail, null, false, false);
    this.type = type;
    this.violations = violations;
    this.allowed = allowed;
  }

  public static Problem of(ProblemType type, String detail) {
    return new Problem(type, detail, List.of(), List.of());
  }

  /** A copy that names these violations after those it has. */
  public Problem with(Violation... more) {
    return with(List.of(more));
  }

  /** A copy that names these violations after those it has. */
  public Problem with(Collection<Violation> more) {
    List<Violation> all = Stream.concat(violations.stream(), more.stream()).toList();
    return new Problem(type, detail(), all, allowed);
  }

  /** A copy that names what is allowed in the present state, for a 409. */
  public Problem allowing(Collection<String> transitions) {
    return new Problem(type, detail(), violations, List.copyOf(transitions));
  }

  public ProblemType type() {
    return type;
  }

  public int status() {
    return type.status();
  }

  public String detail() {
    return String.valueOf(getMessage());
  }

  public List<Violation> violations() {
    return violations;
  }

  public List<String> allowed() {
    return allowed;
  }
}
