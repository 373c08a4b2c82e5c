package org.evenhand.kit.web.problem;

/**
 * The types of problems of an operation that its path, body and headers don't imply, as an
 * extension at its method: {@code @Extension(name = KnownProblems.NAME, value = "CYCLE_UNKNOWN,
 * NOT_ELIGIBLE")}. An {@code @APIResponse} would replace the answer that follows from the method's
 * type.
 */
public final class KnownProblems {

  public static final String NAME = "x-problems";

  private KnownProblems() {}
}
