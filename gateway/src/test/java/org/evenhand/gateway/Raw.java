package org.evenhand.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Sends a request exactly as written; any HTTP client would tidy it up. */
public final class Raw {

  private final URI gateway;

  public Raw(URI gateway) {
    this.gateway = gateway;
  }

  /** The whole answer, head and body, as text. */
  String send(String method, String target, String... headers) throws IOException {
    return exchange(method, target, InputStream::readAllBytes, headers);
  }

  /** The status line alone, for an answer that comes before the request is whole. */
  String statusLine(String method, String target, String... headers) throws IOException {
    return exchange(method, target, Raw::line, headers);
  }

  /** Sends these characters as they stand, and takes the whole answer. */
  public String exchange(String request) throws IOException {
    try (Socket socket = open()) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** A connection that the test itself handles. */
  public Socket open() throws IOException {
    Socket socket = new Socket(gateway.getHost(), gateway.getPort());
    socket.setSoTimeout(10_000);
    return socket;
  }

  private static byte[] line(InputStream answer) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = answer.read(); b >= 0 && b != '\r'; b = answer.read()) {
      line.write(b);
    }
    return line.toByteArray();
  }

  private interface Reader {
    byte[] read(InputStream answer) throws IOException;
  }

  private String exchange(String method, String target, Reader reader, String... headers)
      throws IOException {
    try (Socket socket = open()) {
      String head = method + " " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";
      String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
      socket.getOutputStream().write((head + more + "\r\n").getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
      return new String(reader.read(socket.getInputStream()), StandardCharsets.UTF_8);
    }
  }
}
