package org.evenhand.kit.web.openapi;

/**
 * Headers of an operation's answers that its status and schema don't imply, as an OpenAPI extension
 * at its method: {@code @Extension(name = KnownHeaders.NAME, value = "ETag")}, or with a minus what
 * is implied and isn't there: {@code -Location}.
 */
public final class KnownHeaders {

  public static final String NAME = "x-headers";

  private KnownHeaders() {}
}
