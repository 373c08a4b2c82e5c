package org.evenhand.kit.web.problem;

/**
 * The problems of an operation that its path, body and headers don't imply, as an OpenAPI extension
 * at its method: {@code @Extension(name = KnownProblems.NAME, value = "404, 422")}. An
 * {@code @APIResponse} would replace the answer that follows from the method's type.
 */
public final class KnownProblems {

  public static final String NAME = "x-problems";

  private KnownProblems() {}
}
