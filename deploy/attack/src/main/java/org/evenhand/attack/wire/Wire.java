package org.evenhand.attack.wire;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/**
 * HTTP/1.1 by hand (RFC 9112): exactly what an attack wants to send goes out, even if a client
 * library would refuse it. One connection per exchange.
 */
public final class Wire {

  /** How long an answer may take before it counts as missing; far longer than any should. */
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private static final int CONNECT_MILLIS = 5_000;
  private static final int SMALL_WINDOW = 4 * 1024;

  private final String host;
  private final int port;

  public Wire(URI door) {
    this.host = door.getHost();
    this.port = door.getPort();
  }

  /** As the Host header names it. */
  public String authority() {
    return host + ":" + port;
  }

  /** An open connection, to be closed by the caller. */
  public Socket connect() throws IOException {
    return connected(new Socket());
  }

  /**
   * One whose own system takes next to nothing that the program doesn't read, so that it waits
   * where it came from.
   */
  public Socket connectWithSmallWindow() throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(SMALL_WINDOW);
    return connected(socket);
  }

  private Socket connected(Socket socket) throws IOException {
    socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
    socket.setTcpNoDelay(true);
    return socket;
  }

  /** Sends the bytes and reads one answer. */
  public WireAnswer exchange(byte[] request) {
    Instant begun = Instant.now();
    try (Socket socket = connect()) {
      socket.setSoTimeout((int) PATIENCE.toMillis());
      try {
        socket.getOutputStream().write(request);
        socket.getOutputStream().flush();
      } catch (IOException e) {
        // A server that refuses early need not read everything; its answer may be there already.
      }
      return read(socket.getInputStream(), begun);
    } catch (SocketTimeoutException e) {
      return WireAnswer.none("no answer within " + PATIENCE.toSeconds() + " s", begun);
    } catch (IOException e) {
      return WireAnswer.none("the connection broke: " + e.getMessage(), begun);
    }
  }

  private static WireAnswer read(InputStream raw, Instant begun) throws IOException {
    InputStream in = new BufferedInputStream(raw);
    WireAnswer.Head head = WireAnswer.Head.read(in);
    if (head == null) {
      return WireAnswer.none("the connection was closed without an answer", begun);
    }
    byte[] body = head.hasNoBody() ? new byte[0] : body(in, head);
    return new WireAnswer(
        head.status(),
        head.headers(),
        new String(body, StandardCharsets.UTF_8),
        Duration.between(begun, Instant.now()),
        "");
  }

  private static byte[] body(InputStream in, WireAnswer.Head head) throws IOException {
    if (head.header("transfer-encoding").contains("chunked")) {
      return Chunks.read(in);
    }
    String length = head.header("content-length");
    return length.isEmpty() ? in.readAllBytes() : in.readNBytes(Integer.parseInt(length));
  }
}
