package org.evenhand.kit.web.request;

import static org.evenhand.kit.web.problem.ViolationCode.MALFORMED;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * {@code If-Match} against the version of an aggregate (RFC 9110, 13.1.1). Comparison is strong: a
 * weak tag never matches.
 */
public final class Preconditions {

  private static final Pattern TAG = Pattern.compile("(W/)?\"([\\x21\\x23-\\x7e]*)\"");
  private static final Pattern LIST =
      Pattern.compile("\\s*" + TAG.pattern() + "(\\s*,\\s*" + TAG.pattern() + ")*\\s*");
  private static final Pattern VERSION = Pattern.compile("\\d{1,18}");
  private static final int LONGEST = 1024;

  private Preconditions() {}

  /** The strong entity tag of a version: {@code "7"}, quotes included. */
  public static String etag(long version) {
    return "\"" + version + "\"";
  }

  /**
   * @throws Problem 428 without If-Match, 412 when it names other versions, 400 when it isn't a
   *     list of entity tags
   */
  public static void require(@Nullable String ifMatch, long currentVersion) {
    String header = present(ifMatch);
    if (header.equals("*")) {
      return;
    }
    if (!tags(header).contains(Long.toString(currentVersion))) {
      throw changed();
    }
  }

  /**
   * For what isn't there.
   *
   * @throws Problem 412 when the client has read a version of it, 400 when If-Match isn't a list of
   *     entity tags
   */
  public static void requireNone(@Nullable String ifMatch) {
    if (ifMatch != null && !ifMatch.isBlank()) {
      String header = ifMatch.strip();
      if (!header.equals("*")) {
        requireTags(header);
      }
      throw Problem.of(
          CommonProblem.PRECONDITION_FAILED,
          "It is not there any more: send no If-Match to make it anew.");
    }
  }

  /**
   * The one version that a client has read, for a conditional update.
   *
   * @throws Problem 428 without If-Match, 412 when the tag can't be one of ours, 400 when it isn't
   *     a single entity tag
   */
  public static long version(@Nullable String ifMatch) {
    String header = present(ifMatch);
    List<String> tags = tags(header);
    if (tags.size() > 1) {
      throw malformed("must be a single entity tag here");
    }
    if (tags.isEmpty() || !VERSION.matcher(tags.get(0)).matches()) {
      throw changed();
    }
    return Long.parseLong(tags.get(0));
  }

  private static String present(@Nullable String ifMatch) {
    if (ifMatch == null || ifMatch.isBlank()) {
      throw Problem.of(
          CommonProblem.PRECONDITION_REQUIRED,
          "Read the resource first and send its ETag as If-Match.");
    }
    return ifMatch.strip();
  }

  /** The opaque values of the strong tags. */
  private static List<String> tags(String header) {
    requireTags(header);
    List<String> strong = new ArrayList<>();
    Matcher tag = TAG.matcher(header);
    while (tag.find()) {
      if (tag.group(1) == null) {
        strong.add(tag.group(2));
      }
    }
    return strong;
  }

  private static void requireTags(String header) {
    if (header.length() > LONGEST || !LIST.matcher(header).matches()) {
      throw malformed("must be an entity tag in quotes, as the ETag header gave it");
    }
  }

  private static Problem changed() {
    return Problem.of(
        CommonProblem.PRECONDITION_FAILED,
        "Somebody changed it since it was read: read it again and decide anew.");
  }

  private static Problem malformed(String detail) {
    return Problem.of(CommonProblem.INVALID_PARAMETER, "If-Match is not valid.")
        .with(MALFORMED.parameter("If-Match", detail));
  }
}
