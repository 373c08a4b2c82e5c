package org.evenhand.attack.malformed;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.evenhand.attack.Findings;
import org.evenhand.attack.Target;
import org.evenhand.attack.wire.WireAnswer;

/**
 * Requests that two readers could read differently (RFC 9112, section 11), or that aren't valid at
 * all.
 */
public final class Malformed {

  private static final Set<Integer> REFUSALS =
      Set.of(400, 401, 404, 405, 411, 414, 417, 421, 431, 501, 505);

  private final Target target;
  private final Findings findings;

  public Malformed(Target target, Findings findings) {
    this.target = target;
    this.findings = findings;
  }

  public void run(Consumer<String> out) {
    Map<String, String> requests = requests();
    requests.forEach(this::refused);
    out.accept("malformed: " + requests.size() + " requests");
  }

  /** Refused with a problem, or cut off where the rest of the body can't be read. */
  private void refused(String what, String request) {
    WireAnswer answer = target.gateway().exchange(request.getBytes(StandardCharsets.ISO_8859_1));
    if (answer.status() == 0) {
      return;
    }
    if (!REFUSALS.contains(answer.status())) {
      findings.add("a malformed request is taken", what, "seen " + answer.status());
    } else if (!answer.isProblem() || answer.header("x-request-id").isEmpty()) {
      findings.add("a refusal is no problem document", what, answer.status() + " " + answer.body());
    }
  }

  private Map<String, String> requests() {
    String host = "Host: " + target.gateway().authority() + "\r\n";
    String get = "GET /v1/me HTTP/1.1\r\n";
    String post = "POST /v1/cycles HTTP/1.1\r\n" + host + "Content-Type: application/json\r\n";
    String close = "Connection: close\r\n\r\n";
    Map<String, String> all = new LinkedHashMap<>();
    all.put("two hosts", get + host + "Host: other\r\n" + close);
    all.put("no host", get + close);
    all.put("another version", "GET /v1/me HTTP/3.7\r\n" + host + close);
    all.put("no version", "GET /v1/me x\r\n" + host + close);
    all.put(
        "length beside chunks",
        post + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n" + close + "0\r\n\r\n");
    all.put("two lengths", post + "Content-Length: 2\r\nContent-Length: 3\r\n" + close + "{}");
    all.put("two lengths in one", post + "Content-Length: 2, 3\r\n" + close + "{}");
    all.put("a signed length", post + "Content-Length: +2\r\n" + close + "{}");
    all.put("a length below none", post + "Content-Length: -1\r\n" + close);
    all.put(
        "chunked twice", post + "Transfer-Encoding: chunked, chunked\r\n" + close + "0\r\n\r\n");
    all.put("another coding", post + "Transfer-Encoding: identity\r\n" + close + "{}");
    all.put(
        "a chunk of no size",
        post + "Transfer-Encoding: chunked\r\n" + close + "zz\r\n{}\r\n0\r\n\r\n");
    all.put("a folded header", get + host + "X-A: b\r\n c: d\r\n" + close);
    all.put("a space before the colon", get + "Host : x\r\n" + host + close);
    all.put("a bare return in a value", get + host + "X-A: b\rX-B: c\r\n" + close);
    all.put("a nul in a value", get + host + "X-A: b\0c\r\n" + close);
    all.put("a tunnel", "CONNECT other:443 HTTP/1.1\r\n" + host + close);
    all.put("a whole address of elsewhere", "GET http://other/v1/me HTTP/1.1\r\n" + host + close);
    all.put(
        "an address that is too long",
        "GET /" + "a".repeat(20_000) + " HTTP/1.1\r\n" + host + close);
    all.put(
        "a header that is too long", get + host + "X-A: " + "a".repeat(70_000) + "\r\n" + close);
    all.put("too many headers", get + host + "X-A: b\r\n".repeat(5_000) + close);
    all.put("an address with a broken escape", "GET /v1/%zz HTTP/1.1\r\n" + host + close);
    all.put("a way out", "GET /v1/../q/health HTTP/1.1\r\n" + host + close);
    all.put(
        "an inner path",
        "POST /internal/v1/samples HTTP/1.1\r\n" + host + "Content-Length: 0\r\n" + close);
    all.put("an unknown method", "BREW /v1/me HTTP/1.1\r\n" + host + close);
    all.put(
        "an upgrade",
        get
            + host
            + "Upgrade: h2c\r\n"
            + "HTTP2-Settings: AAMAAABkAAQAAP__\r\n"
            + "Connection: Upgrade, HTTP2-Settings\r\n\r\n");
    return all;
  }
}
