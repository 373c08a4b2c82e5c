package org.evenhand.bench.load;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One kept connection, one request after the other. As thin as pgbench's: a full HTTP client would
 * take a good part of a small machine from the services that are measured.
 */
public final class HttpConnection implements AutoCloseable {
  private static final int BUFFER = 1 << 14;

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;

  public HttpConnection(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    in = new BufferedInputStream(socket.getInputStream(), BUFFER);
    out = socket.getOutputStream();
  }

  /**
   * @param head request line and headers without Host and Content-Length, each line ended by CRLF
   */
  public Reply send(String head, String body) throws IOException {
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    byte[] start =
        (head + "Host: 127.0.0.1\r\nContent-Length: " + content.length + "\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8);
    byte[] request = new byte[start.length + content.length];
    System.arraycopy(start, 0, request, 0, start.length);
    System.arraycopy(content, 0, request, start.length, content.length);
    out.write(request);
    out.flush();
    return read();
  }

  /** Status and body of an answer. */
  public record Reply(int status, byte[] content) {
    public String body() {
      return new String(content, StandardCharsets.UTF_8);
    }
  }

  private Reply read() throws IOException {
    int status = Integer.parseInt(line().split(" ", 3)[1]);
    int length = 0;
    boolean chunked = false;
    for (String header = line(); !header.isEmpty(); header = line()) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring("content-length:".length()).strip());
      } else if (lower.startsWith("transfer-encoding:") && lower.endsWith("chunked")) {
        chunked = true;
      }
    }
    return new Reply(status, chunked ? chunks() : exactly(length));
  }

  private byte[] chunks() throws IOException {
    byte[] whole = new byte[0];
    for (int size = size(); size > 0; size = size()) {
      byte[] longer = new byte[whole.length + size];
      System.arraycopy(whole, 0, longer, 0, whole.length);
      System.arraycopy(exactly(size), 0, longer, whole.length, size);
      whole = longer;
      line();
    }
    line();
    return whole;
  }

  private int size() throws IOException {
    return Integer.parseInt(line().strip(), 16);
  }

  private byte[] exactly(int length) throws IOException {
    byte[] content = in.readNBytes(length);
    if (content.length < length) {
      throw new EOFException("the connection was closed in the middle of an answer");
    }
    return content;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("the connection was closed");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
