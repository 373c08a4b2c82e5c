package org.evenhand.gateway.door;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evenhand.gateway.GatewayProblem;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;

/**
 * How the head of a request must be written (RFC 9112). A head that two readers could understand
 * differently is refused and not repaired, because that is how one request is smuggled inside
 * another. Netty repairs some of it (a length beside chunks, folded lines) and accepts some (two
 * hosts, any version).
 */
final class HeadRules {

  private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]++";
  private static final Pattern START =
      Pattern.compile("(" + TOKEN + ") ([!-~]++) HTTP/([0-9]\\.[0-9])");
  private static final Pattern FIELD = Pattern.compile("(" + TOKEN + "):([\\t -~\\x80-\\xff]*+)");
  private static final Pattern HOST =
      Pattern.compile("(?:[A-Za-z0-9._~-]+|\\[[0-9A-Fa-f:.]+])(?::[0-9]{1,5})?");
  private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");

  private final List<String> hosts = new ArrayList<>();
  private final List<String> lengths = new ArrayList<>();
  private final List<String> codings = new ArrayList<>();
  private final List<String> expectations = new ArrayList<>();

  private HeadRules() {}

  /**
   * @param head with its lines ended by CRLF, and the empty line
   * @return whether its body comes in chunks
   * @throws Problem that says what is wrong with it
   */
  static boolean check(String head) {
    String[] lines = head.split("\r\n", -1);
    HeadRules rules = new HeadRules();
    Matcher start = START.matcher(lines[0]);
    if (!start.matches()) {
      throw malformed("The first line must be a method, a target and a version, a space between.");
    }
    for (int i = 1; i < lines.length && !lines[i].isEmpty(); i++) {
      rules.field(lines[i], i);
    }
    rules.version(start.group(3));
    target(start.group(1), start.group(2));
    rules.expectation();
    return rules.framing(start.group(3));
  }

  private void field(String line, int number) {
    Matcher field = FIELD.matcher(line);
    if (!field.matches()) {
      throw malformed("Header line " + number + " is not a name, a colon and a value on one line.");
    }
    String value = field.group(2).strip();
    switch (field.group(1).toLowerCase(Locale.ROOT)) {
      case "host" -> hosts.add(value);
      case "content-length" -> lengths.add(value);
      case "transfer-encoding" -> codings.add(value.toLowerCase(Locale.ROOT));
      case "expect" -> expectations.add(value.toLowerCase(Locale.ROOT));
      default -> {}
    }
  }

  private void version(String version) {
    if (!version.equals("1.1") && !version.equals("1.0")) {
      throw Problem.of(GatewayProblem.HTTP_VERSION_NOT_SUPPORTED, "Send HTTP/1.1.");
    }
    boolean needed = version.equals("1.1");
    if (hosts.size() > 1 || needed && hosts.isEmpty()) {
      throw malformed("Send one Host header.");
    }
    if (!hosts.isEmpty() && !HOST.matcher(hosts.get(0)).matches()) {
      throw malformed("Host must be a name or an address, and a port if need be.");
    }
  }

  private static void target(String method, String target) {
    if (method.equals("CONNECT") || target.equals("*")) {
      throw Problem.of(
          CommonProblem.METHOD_NOT_ALLOWED,
          "Here are paths only, no server as a whole, no tunnel.");
    }
    if (!target.startsWith("/")) {
      throw malformed("The target must begin with a slash.");
    }
  }

  private void expectation() {
    if (!expectations.isEmpty() && !expectations.equals(List.of("100-continue"))) {
      throw Problem.of(GatewayProblem.EXPECTATION_FAILED, "Expect may be 100-continue alone.");
    }
  }

  private boolean framing(String version) {
    if (lengths.size() > 1 || !lengths.isEmpty() && !LENGTH.matcher(lengths.get(0)).matches()) {
      throw malformed("Send one Content-Length, a number in digits.");
    }
    if (codings.isEmpty()) {
      return false;
    }
    if (!codings.equals(List.of("chunked"))) {
      throw Problem.of(
          GatewayProblem.NOT_IMPLEMENTED, "Transfer-Encoding may be chunked, once and alone.");
    }
    if (!lengths.isEmpty() || version.equals("1.0")) {
      throw malformed("Send a Content-Length or chunks of HTTP/1.1, never both.");
    }
    return true;
  }

  static Problem malformed(String detail) {
    return Problem.of(CommonProblem.MALFORMED_REQUEST, detail);
  }
}
