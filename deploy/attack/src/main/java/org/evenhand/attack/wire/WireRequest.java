package org.evenhand.attack.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A request as it goes over the wire. Nothing is corrected, escaped or left out. */
public final class WireRequest {

  private final String method;
  private final String target;
  private final List<String> headers = new ArrayList<>();
  private byte[] body = new byte[0];
  private boolean framed;

  public WireRequest(String method, String target) {
    this.method = method;
    this.target = target;
  }

  public WireRequest header(String name, String value) {
    headers.add(name + ": " + value);
    return this;
  }

  /** With the length that it has. */
  public WireRequest body(byte[] content) {
    body = content;
    framed = true;
    return header("Content-Length", Integer.toString(content.length));
  }

  /** In chunks, so that nobody knows the length beforehand. */
  public WireRequest chunked(byte[] content, int chunk) {
    body = Chunks.of(content, chunk);
    framed = true;
    return header("Transfer-Encoding", "chunked");
  }

  /** For a report: what was asked, without the token. */
  public String words() {
    return method + " " + target;
  }

  public byte[] bytes(String authority) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
    head.append("Host: ").append(authority).append("\r\n");
    headers.forEach(header -> head.append(header).append("\r\n"));
    if (!framed && !method.equals("GET")) {
      head.append("Content-Length: 0\r\n");
    }
    head.append("Connection: close\r\n\r\n");
    all.writeBytes(head.toString().getBytes(StandardCharsets.UTF_8));
    all.writeBytes(body);
    return all.toByteArray();
  }
}
