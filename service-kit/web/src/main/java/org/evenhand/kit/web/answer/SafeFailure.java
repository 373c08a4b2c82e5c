package org.evenhand.kit.web.answer;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A failure as a log may show it: its kind and origin, not its message. PostgreSQL quotes rows in
 * messages, and a parser quotes the text that it could not read. Either may hold a name or what
 * somebody wrote about a person.
 */
public final class SafeFailure extends Throwable {

  private static final long serialVersionUID = 1L;

  private static final Pattern SQL_STATE = Pattern.compile("\\(([0-9][0-9A-Z]{4})\\)");
  private static final int DEEPEST = 16;

  private final String kind;

  private SafeFailure(Throwable failure, int depth) {
    super(null, cause(failure, depth), false, true);
    kind = failure.getClass().getName() + said(failure);
    setStackTrace(failure.getStackTrace());
  }

  public static Throwable of(Throwable failure) {
    return new SafeFailure(failure, 0);
  }

  @Override
  public String toString() {
    return kind;
  }

  private static @Nullable Throwable cause(Throwable failure, int depth) {
    Throwable cause = failure.getCause();
    return cause == null || depth >= DEEPEST ? null : new SafeFailure(cause, depth + 1);
  }

  /** What is safe to repeat: words of programmers to programmers, and the SQLSTATE. */
  private static String said(Throwable failure) {
    String message = failure.getMessage();
    if (message == null) {
      return "";
    }
    if (failure instanceof NullPointerException
        || failure instanceof IllegalStateException
        || failure instanceof ClassCastException) {
      return ": " + message;
    }
    Matcher state = SQL_STATE.matcher(message);
    return state.find() ? ": SQLSTATE " + state.group(1) : "";
  }
}
