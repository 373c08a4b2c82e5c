package org.evenhand.kit.web.problem;

/**
 * The problems of an operation that its path, its body and its headers don't tell, as an OpenAPI
 * extension at its method: {@code @Extension(name = KnownProblems.NAME, value = "404, 422")}. An
 * {@code @APIResponse} would take the place of the answer that the method's type tells.
 */
public final class KnownProblems {

  public static final String NAME = "x-problems";

  private KnownProblems() {}
}
